"""Words with capitals that are no persons, titles that go before names, and first names. No list is complete."""

from assay.voices.lexicon import NO_NAMES, listed

TITLES = listed(
    """Mr Mrs Ms Miss Messrs Dr Prof Professor Sir Lady Lord Dame Madame Mme Mlle Monsieur Herr Frau Fraulein Señor
    Señora Comrade Citizen Comrades President Vice-President Chairman Chairwoman Chairperson Secretary Minister
    Premier Chancellor Senator Congressman Governor Mayor Judge Justice Attorney Prosecutor Procurator Commissar
    Commissioner Commander General Colonel Major Captain Lieutenant Sergeant Corporal Private Marshal Admiral
    Commodore Brigadier Inspector Detective Constable Officer Superintendent Sheriff Warden Agent Ambassador
    Consul Envoy King Queen Prince Princess Tsar Tsarina Emperor Empress Kaiser Duke Duchess Count Countess
    Baron Baroness Pope Cardinal Archbishop Bishop Father Mother Brother Sister Reverend Rev Rabbi Imam Sheikh
    Saint St Uncle Aunt Grandfather Grandmother Nurse Doctor Engineer Academician Director Editor Lawyer
    Advocate Counsel Witness Defendant Gen Col Maj Capt Lt Sgt Cpl Hon Deputy Chief Member Delegate Leader
    Historian Author Writer Journalist Poet"""
)
FEMALE_TITLES = listed(
    "Mrs Ms Miss Lady Dame Madame Mme Mlle Frau Fraulein Señora Queen Princess Countess Baroness Aunt"
)

MALE_TITLES = listed(
    """Mr Sir Lord Herr Monsieur King Prince Tsar Emperor Kaiser Duke Count Baron Pope Father Brother Uncle Grandfather
    General Colonel Major Captain Marshal Admiral Gen Col Maj Capt"""
)

PEOPLES = listed(
    """Soviet Soviets Russian Russians German Germans French British English American Americans Italian Italians
    Spanish Polish Pole Poles Ukrainian Ukrainians Georgian Georgians Armenian Czech Czechs Slovak Hungarian
    Austrian Swiss Swedish Norwegian Norwegians Danish Danes Dane Finnish Finn Finns Dutch Belgian Turkish Turk
    Turks Japanese Chinese Korean Indian Mexican Cuban Chilean Argentine Brazilian Canadian Australian African
    Europeans European Asian Arab Arabs Jew Jews Jewish Christian Christians Catholic Catholics Protestant
    Muslim Muslims Islamic Orthodox Israeli Iraqi Iranian Syrian Afghan Egyptian Greek Greeks Serb Serbs Serbian
    Croat Croatian Bosnian Bulgarian Romanian Latvian Lithuanian Estonian Irish Scottish Welsh Bolshevik
    Bolsheviks Bolshevism Menshevik Mensheviks Communist Communists Socialist Socialists Social-Democrat
    Social-Democrats Social-Democratic Fascist Fascists Nazi Nazis Marxist Marxists Marxism Leninist Leninists
    Leninism Stalinist Stalinists Stalinism Trotskyist Trotskyists Trotskyite Trotskyites Trotskyism Zinovievist
    Zinovievists Zinovievite Zinovievites Rightist Rightists Leftist Bukharinist Bukharinists Zionist Zionists
    Zionism Anarchist Anarchists Republican Republicans Democrat Democrats Democratic Conservative Liberal
    Labour Western Eastern Northern Southern Central Old New Red White Black Great Royal Imperial Federal
    National International Young Chekist Chekists Cossack Cossacks Tatar Chechen Gypsy Roma Semitic
    Anti-Semitism Bonapartist Thermidorian Hitlerite Hitlerites Hitlerian Left Right Opposition Oppositionist
    Oppositionists"""
)
"""Peoples, parties and the like, as adjectives or nouns: they go before names, and are none."""

PLACES = listed(
    """Russia Germany France Britain England Scotland Ireland Wales America USA Italy Spain Poland Ukraine Georgia
    Armenia Hungary Austria Switzerland Sweden Norway Denmark Finland Holland Netherlands Belgium Turkey Japan
    China Korea India Mexico Cuba Chile Argentina Brazil Canada Australia Africa Europe Asia Israel Palestine
    Iraq Iran Syria Afghanistan Egypt Greece Serbia Croatia Bosnia Bulgaria Romania Latvia Lithuania Estonia
    Czechoslovakia Yugoslavia Siberia Crimea Caucasus Kazakhstan Uzbekistan Turkestan Manchuria Catalonia
    Prussia Saxony Bavaria Silesia Galicia Bessarabia Moscow Leningrad Petrograd Petersburg Kiev Kharkov Odessa
    Minsk Tiflis Tbilisi Baku Berlin Paris London Rome Madrid Barcelona Vienna Prague Warsaw Budapest Copenhagen
    Oslo Stockholm Helsinki Brussels Amsterdam Geneva Zurich Basel Bern Munich Hamburg Dresden Leipzig Cologne
    Frankfurt Istanbul Constantinople Ankara Athens Belgrade Sofia Bucharest Washington York Chicago Boston
    Dublin Edinburgh Glasgow Manchester Liverpool Tokyo Peking Beijing Shanghai Harbin Jerusalem Cairo Baghdad
    Tehran Damascus Kabul Delhi Sydney Melbourne Toronto Montreal Kremlin Lubyanka Butyrka Kolyma Vorkuta
    Magadan Solovki Verkhneuralsk Alma-Ata Novosibirsk Sverdlovsk Kemerovo Prinkipo Barbizon Coyoacan Royan
    Vladivostok Riga Tallinn Vilnius Sarajevo Mostar Srebrenica Kosovo Kigali Rwanda Uganda Kenya Nigeria Sudan
    Ethiopia Somalia Congo Angola Guatemala Salvador Honduras Nicaragua Peru Colombia Bolivia Ecuador Venezuela
    Paraguay Uruguay Vietnam Cambodia Laos Thailand Burma Indonesia Philippines Pakistan Bangladesh Lebanon
    Jordan Yemen Libya Algeria Morocco Tunisia Lisbon Portugal Naples Milan Venice Turin Bristol Oxford
    Cambridge"""
)

BODIES = listed(
    """Army Party Congress Committee Commission Council Court Tribunal Government Ministry Commissariat Bureau
    Politburo Orgburo Comintern Cominform Cheka Presidium Secretariat Plenum Conference Union Federation League
    Association Society Institute University College Academy School Museum Library Archive Archives Hospital
    Hotel Street Square Avenue Road Bridge Station Prison Camp House Palace Castle Church Cathedral Theater
    Theatre Press Times Post News Herald Tribune Gazette Journal Review Bulletin Pravda Izvestia Izvestiia
    Worker Book Bank Company Corporation Department Division Office Agency Service Police Guard Guards Front
    Bloc Center Centre Group Opposition International Republic Revolution War Terror Trial Trials Purge Purges
    Case Letter Report Testament Constitution Treaty Pact Plan Act Law Article Chapter Volume Section Page Note
    Notes Appendix Introduction Preface Collection Collected Works Documents Publishers Publishing Politizdat
    Foreign Affairs Interior Defense Defence Justice State States Kingdom Empire Province District Region County
    Island Islands River Lake Sea Ocean Mountain Mountains Valley Bay Gulf Cape Bible God Christ Aftenposten
    Arbeiderbladet Gestapo Wehrmacht Reichstag Duma Gulag Smolny Kronstadt Thermidor Internet English Board
    Association Embassy Consulate Legation Headquarters Prize Medal Award Boulevard Stadium Factory Plant"""
)

NAMED_AFTER = listed(
    """Prize Medal Award Street Square Avenue Road Boulevard Bridge Station Institute Museum Library Academy University
    Stadium Factory Plant Prison Hospital"""
)
"""What bears a person's name: *the Berg Prize* is no mention of Berg."""
"""Words that end the names of bodies, works, streets and days; a run of capitals with one is no person."""

FIRST_NAMES = listed(
    """Harriet Ernesto Julio Jorge Fernando Pilar Teresa Carmen Alberto Alfredo Ricardo Eduardo Rodrigo Sebastian
    Guillermo Javier Raul Ramon Gloria Silvia Juana Aisha Amina Zahra Yasmin Layla Samir Omer Nadia Amal Tariq
    Rashid Salim Jamal Kofi Kwame Claire Camille Henriette Margot Amelia Lukas Jonas Matthias Klaus Dieter Uwe
    Ingeborg Hedwig Lotte Greta Astrid Bjorn Erika Piotr Andrzej Krzysztof Stanislaw Tadeusz Jerzy Zofia Wanda
    Milica Slobodan Ratko Radovan Dragan Zoran Goran Mirjana Vesna Jovan Marko Nikola Petar Stjepan Ivo Ante
    Elif Hideki Hiroshi Kenji Marian Bridget Rory Sean Patrick Colin Gavin Nigel Graham Clive Derek Trevor
    Beatrice Winifred Mabel Maud Edwin Cecil Percy Ralph Aaron Abdul Abdullah Abraham Abram Ada Adam Adele Adolf
    Adolph Agnes Ahmad Ahmed Alan Albert Alec Alejandro Aleksandr Aleksandra Aleksei Alexander Alexandra
    Alexandre Alexei Alexey Alfred Ali Alice Allan Allen Alma Alois Amir Amy Ana Anastas Anatoli Anatoly Andre
    André Andreas Andrei Andres Andrew Andrey Angela Ann Anna Anne Annie Anthony Antoine Anton Antonio Apollon
    Arkady Arkadi Armand Arnold Arthur Artur August Auguste Avel Barbara Bella Ben Benito Benjamin Bernard
    Bernhard Bertha Bertrand Bill Bob Boris Bruno Carl Carla Carlo Carlos Caroline Catherine Charles Charlotte
    Chris Christian Christopher Clara Claude Clement Dan Daniel David Denis Dennis Diego Dina Dmitri Dmitrii
    Dmitry Dora Dorothy Douglas Earl Edgar Edith Edmund Eduard Edward Efim Elena Eleanor Eli Elias Elisabeth
    Elizabeth Ella Ellen Elsa Emil Emile Emily Emma Enrico Erich Eric Erik Ernest Ernst Esther Eugene Eva Evgeni
    Evgeny Fatima Fedor Felix Ferdinand Filipp Florence Francis Francisco Frank Franz François Fred Frederick
    Friedrich Fritz Fyodor Gabriel Galina Genrikh Geoffrey Georg George Georges Georgi Georgii Georgy Gerald
    Gerhard Gertrude Gilbert Gina Giovanni Giuseppe Gleb Grace Grigori Grigorii Grigory Gregory Guido Gustav
    Hannah Hans Harold Harry Hassan Hector Heinrich Heinz Helen Helena Henri Henry Herbert Herman Hermann Hilda
    Howard Hugh Hugo Hussein Ian Ibrahim Ida Ignace Ignazio Igor Ilya Ilia Inga Ingrid Ioseb Iosif Ira Irene
    Irina Isaac Isaak Isabel Ivan Ivar Iurii Jack Jacob Jacques Jakob James Jan Jane Janet Jean Jeanne Jennifer
    Jens Jerry Jessica Jim Joan Joe Johan Johann John José Josef Joseph Joshua Juan Judith Jules Julia Julian
    Julius Jürgen Karel Karen Karim Karl Kate Katharine Katherine Kathleen Kenneth Khaled Klara Klement Kliment
    Klim Konrad Konstantin Kurt Lars Laura Lavrenti Lavrenty Lavrentii Lawrence Lazar Leah Lena Leo Leon Leonard
    Leonid Leopold Leslie Lev Lilian Lillian Linda Lisa Louis Louise Lucia Lucy Ludmila Ludwig Luigi Luis Lydia
    Lyubov Magda Magdalena Manfred Manuel Marc Marcel Margaret Margarita Maria Marie Marina Mario Mark Marta
    Martha Martin Mary Mathilde Matthew Maurice Max Maxim Mehmet Michael Michel Miguel Mikhail Milan Miriam
    Mohamed Mohammad Mohammed Moisei Molly Monica Muhammad Mustafa Nadezhda Nancy Natalia Natalya Nathan Nelly
    Nestor Nicholas Nicolas Nicolai Nikita Nikolai Nikolaus Nikolay Nina Noam Nora Norman Oleg Olga Oliver Olof
    Omar Oscar Oskar Osip Otto Pablo Panteleimon Patricia Patrick Paul Paula Pauline Pavel Pedro Peter Petr
    Philip Philippe Pierre Pinkhus Platon Polina Pyotr Rachel Rafael Rahel Raisa Ralph Raphael Raymond Rebecca
    René Richard Rita Robert Roberto Roger Roman Ronald Rosa Rose Rosalia Roy Rudolf Ruth Said Sally Sam Samuel
    Sandra Sarah Sarkis Saul Semen Semyon Sergei Sergey Sergo Sheila Sidney Sigrid Simon Sofia Sonia Sophia
    Sophie Stanislav Stefan Stella Stephen Steve Steven Susan Suren Sven Svetlana Sydney Sylvia Tamara Tania
    Tatiana Ted Theodor Theodore Thomas Tim Timothy Tobias Tom Tomas Tony Trofim Umberto Ursula Vadim Valentin
    Valentina Valerian Vasili Vasilii Vasily Vera Victor Victoria Viktor Vincent Virginia Vissarion Vitali
    Vitaly Vladimir Vladislav Vyacheslav Viacheslav Walter Werner Wilhelm Will William Willy Winston Wolfgang
    Yakov Yan Yefim Yelena Yevgeny Yevgenia Yona Yosef Yuri Yury Yusuf Yves Yvonne Zina Zinaida Zoe Zoya"""
)

_ALIKE = """Leon Lev Leo|Joseph Iosif Josef Ioseb Giuseppe José|Grigory Grigori Grigorii Gregory|Nikolai Nicholas
Nicolai Nikolay Nicolas Nikolaus|Mikhail Michael Michel Miguel|Aleksandr Alexander Alexandre Alejandro Sasha|Aleksei
Alexei Alexey|Andrei Andrey Andrew André Andre Andreas Andres|Yuri Yury Iurii Georgy Georgi Georgii|George Georg
Georges Georgy|Ivan Johann John Jan|Peter Petr Pyotr Pierre Pedro|Paul Pavel Pablo|Karl Carl Charles|Isaac
Isaak|Jacob Yakov Jakob Jacques|Eugene Evgeny Evgeni Yevgeny|Fedor Fyodor Theodor Theodore|Dmitri Dmitry
Dmitrii|Sergei Sergey Sergo|Anna Ann Anne|Maria Mary Marie Mariya|Natalia Natalya Natalie|Heinrich Henri Henry
Genrikh|William Wilhelm Willy Will Bill|Robert Bob Roberto|Thomas Tom Tomas|Benjamin Ben|Samuel Sam|Semen Semyon
Simon|Vasily Vasili Vasilii|Vladimir Volodya|Matthew Matvei|Klement Kliment Klim Clement|Lavrenty Lavrenti
Lavrentii|Friedrich Fritz Frederick Fred|Stephen Stefan Steven Steve|Elena Helen Helena Yelena|Elizabeth
Elisabeth|Katherine Catherine Katharine Kate|Mohamed Mohammad Mohammed Muhammad|Ahmed Ahmad|Daniel Dan|
Viacheslav Vyacheslav|Zinaida Zina|Yosef Joseph|James Jim|Edward Eduard Ted|Richard Dick|Anthony Antonio Anton
Tony"""
ALIKE = tuple(listed(group) for group in _ALIKE.split("|"))
"""First names that are one name in several languages, or its short form."""

PARTICLES = listed("de von van der den del della di du la le ben bin ibn al el ter zu af av da dos das")
NEVER = (
    NO_NAMES
    | PEOPLES
    | listed(
        """People Peoples Enemy Enemies Komsomol Narkom Staff Directorate Commissariats Workers Yes Well Oh
    Please Thank Thanks Hello Dear Sincerely Nothing Something Everything Anyone Everyone Someone
    Another Other Others Such Same First Second Third Fourth Fifth Last Next Previous Former Latter Early Late
    Today Tomorrow Yesterday Never Always Often Sometimes Again Also Still Already Just Almost Quite Rather Very
    Too Much More Less Few Each Every Either Neither None Whether Whose Whom Which Whoever Whatever Once Twice
    Here Above Below Behind Between Within Beyond Across Along Against Toward Towards Upon Via Per Through
    Throughout After Before Up Down Out Off Over Ibid Op Cit Vol Fig Ed Eds Trans No Nos Pp See Cf Pt Ch II III
    IV VI VII VIII IX XI XII XX Introduction Conclusion Question Answer Interviewer Interviewee Translator
    Ladies Gentlemen TV OK Ltd Inc Co Corp"""
    )
)
"""Words that are never part of a person's name, whatever their capital."""
