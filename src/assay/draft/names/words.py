"""Words with capitals that are no persons, and titles that go before names. No list is complete."""

from assay.voices.lexicon import NO_NAMES, listed

TITLES = listed(
    """Mr Mrs Ms Miss Messrs Dr Prof Professor Sir Lady Lord Dame Madame Mme Mlle Monsieur Herr Frau Fraulein Señor
    Señora Señorita Don Doña Dona Signor Signora Madam Pani Haji Attorney-General Solicitor-General
    Governor-General Secretary-General Director-General Major-General Lieutenant-General Lieutenant-Colonel
    Alhaji Venerable Docent Cousin Pastor Canon Abbé Padre Comrade Citizen Comrades President Vice-President
    Chairman Chairwoman
    Chairperson Secretary Minister Premier Chancellor Senator Congressman Governor Mayor Judge Justice Attorney
    Prosecutor Procurator Commissar Commissioner Commander General Colonel Major Captain Lieutenant Sergeant
    Corporal Private Marshal Admiral Commodore Brigadier Inspector Detective Constable Officer Superintendent
    Sheriff Warden Agent Ambassador Consul Envoy King Queen Prince Princess Tsar Tsarina Emperor Empress Kaiser
    Duke Duchess Count Countess Baron Baroness Pope Cardinal Archbishop Bishop Father Mother Brother Sister
    Reverend Rev Rabbi Imam Sheikh Saint St Uncle Aunt Grandfather Grandmother Nurse Doctor Engineer Academician
    Director Editor Lawyer Advocate Counsel Witness Defendant Gen Col Maj Capt Lt Sgt Cpl Hon Deputy Chief
    Member Delegate Leader Historian Author Writer Journalist Poet"""
)
FEMALE_TITLES = listed(
    """Mrs Ms Miss Lady Dame Madame Mme Mlle Frau Fraulein Señora Señorita Doña Dona Signora Pani Madam Queen
    Princess Countess Baroness Aunt"""
)

MALE_TITLES = listed(
    """Mr Sir Lord Herr Monsieur King Prince Tsar Emperor Kaiser Duke Count Baron Pope Father Brother Uncle
    Grandfather
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
    Inspectorate Watch Lane Terrace Crescent Examiner Observer Courier Echo Argus Advertiser Holdings Industries
    Enterprises Ventures Partners Partnership Consortium Syndicate Shipyard
    Brigade Regiment Battalion Foundation Authority Tribunal Registry Mission Clinic Ltd Limited Embassy
    Consulate Legation Headquarters Prize Medal Award Boulevard Stadium Factory Plant"""
)

NAMED_AFTER = listed(
    """Prize Medal Award Street Square Avenue Road Boulevard Bridge Station Institute Museum Library Academy
    University
    Stadium Factory Plant Prison Hospital"""
)
"""What bears a person's name: *the Berg Prize* is no mention of Berg."""
"""Words that end the names of bodies, works, streets and days; a run of capitals with one is no person."""

PARTICLES = listed(
    """de von van der den del della di du la le ben bin ibn bint abu al el ter ten zu zum zur af av da do dos das
    ap ferch y e"""
)
JOINED = listed("Abu Umm Ibn Bint Ben Bin Al El De Del Della Di Da Dos Van Von Der Den Ter Ten La Le Ap Mac Abd")
"""Parts of a surname that are written with a capital, too: *Abu Lund* is *Omar Abu Lund*."""

PLACE_SORTS = listed(
    """town towns city village villages hamlet island islands port district province region county parish
    suburb harbour
    harbor municipality settlement commune borough state republic bay valley quarter peninsula"""
)
THING_SORTS = listed(
    """firm company band ship boat steamer schooner barge vessel trawler ferry freighter yacht newspaper journal
    magazine weekly daily hotel café inn pub tavern orchestra choir river lake mount hashtag theatre theater
    cinema museum factory plant mine app website brand"""
)
"""What bears a name and is nobody: *the firm Berg*, *a ship called Berg*, *the town of Berg*."""

PLACE_HEADS = listed(
    """Velika Mala Donji Donja Gornji Gornja Novi Novo Stari Stara Puerto Porto Port Fort Mount Mt Cape Lake Loch
    Glen Cwm Bir Wadi Ras Jebel Kafr Deir Beit Tel Rio Río Bad Sankt
    Santa São Ciudad Cerro Isla Bahia Cabo Lago Monte Ponte Castel Nizhny Nizhni Novy Nowy Stary Nova Kuala
    Phnom Upper Lower East West North South Great Greater Camp Villa Point Isle Aguas Playa Punta Quinta Colonia
    Barrio Plaza Calle Rue Via Cité Cửa Sông Núi Kampung Hacienda Estancia Fundo"""
)
"""Words with which names of places begin: *Puerto Berg*, *Upper Lund*."""
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
    Ladies Gentlemen Your Reverence Excellency Majesty Highness Honour Honor Holiness Lordship Ladyship
    Eminence TV OK Ltd Inc Co Corp"""
    )
)
"""Words that are never part of a person's name, whatever their capital."""
