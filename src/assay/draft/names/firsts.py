"""First names, of many languages, and which are a woman's. No list is complete."""

from assay.voices.lexicon import listed

FIRST_NAMES = listed(
    """Despina Stamatis Ioanna Aristos Dimitris Giorgos Yannis Yiannis Kostas Nikos Eleni Katerina Vasilis Panagiotis
    Christos Thanos Lefteris Spyros Stavros Manolis Yorgos Anastasia Theodoros Sotiris Petros Stelios Athena
    Eftychia Stanisław Andrzej Wojciech Zbigniew Henryk Józef Janusz Marek Tomasz Paweł Piotr Michał Jakub
    Kazimierz Bolesław Mieczysław Władysław Zygmunt Franciszek Ryszard Leszek Bogdan Witold Jadwiga Halina
    Krystyna Małgorzata Barbara Ewa Agnieszka Grażyna Danuta Bronisława Stefania Helena Irena Teresa Chidi
    Chinedu Emeka Ngozi Chioma Ifeoma Obinna Uche Nnamdi Amaka Adaeze Adebayo Adewale Adunni Babatunde Folake
    Funmilayo Olusegun Oluwaseun Segun Tunde Yetunde Bolaji Ayodele Musa Ibironke Kehinde Taiwo Ebiere Tamuno
    Boma Godspower Efe Osaze Kwesi Kwabena Ama Akua Abena Yaw Wanjiku Kamau Njoroge Thabo Sipho Nomsa Themba
    Zanele Hernán Joaquín Ester Berta Rosario Inés Andrés Nicolás Tomás Simón Álvaro Ángel Jesús Julián Martín
    Iván Óscar Víctor Raúl Ramón Ignacio Rafael Gonzalo Hugo Patricio Gabriela Daniela Valeria Ximena Mercedes
    Dolores Consuelo Esperanza Concepción Lourdes Guadalupe Marisol Paloma Isidora Nelson Osvaldo Orlando Arturo
    Enrique Felipe Esteban Cristóbal Emilio Aurelio Eugenio Leandro Lorenzo Mauricio Claudio Gethin Cerys Rhys
    Dafydd Gwyn Gareth Huw Hywel Ieuan Ifan Iwan Emrys Idris Owain Aled Geraint Llewelyn Bronwen Carys Ceri
    Eleri Gwen Gwyneth Megan Mair Nia Rhiannon Sian Siân Angharad Nerys Dilys Olwen Eira Alun Elwyn Glyn Gwilym
    Yunis Hadiya Abdallah Abdelkader Abed Adel Adnan Anwar Bashar Bassam Fadi Farid Fawzi Ghassan Hamid Hani
    Hisham Imad Issa Jamil Khalil Laila Leila Maha Mahmoud Majid Maryam Mona Munir Mustapha Nabil Nasser Noura
    Osama Rania Rashida Reem Rima Salma Salwa Samira Sami Suleiman Taha Talal Walid Wafa Yahya Yasin Yassin
    Youssef Yousef Zaki Zeinab Zaynab Ziad Rami Basma Huda Khadija Nguyen Nguyễn Trần Phạm Phan Đặng Bùi Hoàng
    Võ Vũ Đỗ Ngô Lê Lý Huỳnh Dương Ágnes Gábor Ferenc Imre István János Károly László Lajos Miklós Mihály Péter
    Sándor Tibor Zoltán Zsuzsa Erzsébet Václav Jiří Ladislav Bohumil Zdeněk Jaroslav Miroslav Vojtěch Květa Jana
    Jitka Božena Ilse Anneliese Gisela Renate Sabine Ute Heike Jochen Jörg Günter Günther Rolf Ulrich Volker
    Helmut Heike Gerda Elke Anke Ansgar Torsten Nils Olav Leif Knut Harald Sverre Ragnhild Solveig Gudrun Inger
    Kirsten Birgit Maja Britta Lennart Gunnar Göran Torbjörn Aino Eero Jukka Matti Pekka Tuomas Väinö Mehmed
    Ayşe Fatma Hüseyin İbrahim Kemal Orhan Osman Selim Zeynep Deniz Rajesh Ravi Sanjay Sunil Anil Arjun Deepak
    Lakshmi Meera Priya Sita Suresh Vijay Indira Mohan Krishna Mei Yuki Takashi Akira Haruki Kazuo Keiko Michiko
    Minh Thanh Tuan Linh Carlotta Chiara Giulia Luca Marco Matteo Paolo Pietro Stefano Vittorio Francesca Elisa
    Bianca Cosimo Fabrizio Silvio Benedetta Maurizio Gaston Marcelle Odile Sylvie Thérèse Étienne Gérard Hélène
    Irène Jérôme Benoît Guillaume Mathieu Laurent Luc Lucien Maxime Noël Olivier Pascal Rémy Yvette Agathe
    Solange Simone Jacqueline Suzanne Valérie Véronique Arlette Edmond Fernand Eileen Doreen Maureen Sheila
    Brenda Pamela Deborah Sharon Tracy Michelle Nicola Stephanie Victoria Rosemary Marjorie Phyllis Muriel Edna
    Elsie Doris Gladys Hettie Hetty Nell Peggy Polly Kitty Sadie Ivy Iris Myrtle Geoff Jeff Jeffrey Bernadette
    Siobhan Niamh Aoife Orla Ciaran Declan Eamon Fergus Liam Malachy Padraig Seamus Angus Duncan Hamish Alasdair
    Alistair Callum Ewan Fiona Morag Kirsty Mhairi Iain Neil Stuart Barry Keith Kevin Brian Craig Gordon Malcolm
    Reginald Reg Ronnie Stan Stanley Wilfred Wilf Bert Albie Alf Archie Arnie Basil Cyril Clarence Ernie Horace
    Humphrey Jasper Leonora Lionel Ambrose Silas Ezra Josiah Caleb Enoch Gideon Reuben Rufus Tobiah Augustus
    Bartholomew Cornelius Cuthbert Ebenezer Lavinia Constance Euphemia Henrietta Millicent Rosalind Cordelia
    Drusilla Harriet Ernesto Julio Jorge Fernando Pilar Teresa Carmen Alberto Alfredo Ricardo Eduardo Rodrigo
    Sebastian Guillermo Javier Raul Ramon Gloria Silvia Juana Aisha Amina Zahra Yasmin Layla Samir Omer Nadia
    Amal Tariq Rashid Salim Jamal Kofi Kwame Claire Camille Henriette Margot Amelia Lukas Jonas Matthias Klaus
    Dieter Uwe Ingeborg Hedwig Lotte Greta Astrid Bjorn Erika Piotr Andrzej Krzysztof Stanislaw Tadeusz Jerzy
    Zofia Wanda Milica Slobodan Ratko Radovan Dragan Zoran Goran Mirjana Vesna Jovan Marko Nikola Petar Stjepan
    Ivo Ante Elif Hideki Hiroshi Kenji Marian Bridget Rory Sean Patrick Colin Gavin Nigel Graham Clive Derek
    Trevor Beatrice Winifred Mabel Maud Edwin Cecil Percy Ralph Aaron Abdul Abdullah Abraham Abram Ada Adam
    Adele Adolf Adolph Agnes Ahmad Ahmed Alan Albert Alec Alejandro Aleksandr Aleksandra Aleksei Alexander
    Alexandra Alexandre Alexei Alexey Alfred Ali Alice Allan Allen Alma Alois Amir Amy Ana Anastas Anatoli
    Anatoly Andre André Andreas Andrei Andres Andrew Andrey Angela Ann Anna Anne Annie Anthony Antoine Anton
    Antonio Apollon Arkady Arkadi Armand Arnold Arthur Artur August Auguste Avel Barbara Bella Ben Benito
    Benjamin Bernard Bernhard Bertha Bertrand Bill Bob Boris Bruno Carl Carla Carlo Carlos Caroline Catherine
    Charles Charlotte Chris Christian Christopher Clara Claude Clement Dan Daniel David Denis Dennis Diego Dina
    Dmitri Dmitrii Dmitry Dora Dorothy Douglas Earl Edgar Edith Edmund Eduard Edward Efim Elena Eleanor Eli
    Elias Elisabeth Elizabeth Ella Ellen Elsa Emil Emile Emily Emma Enrico Erich Eric Erik Ernest Ernst Esther
    Eugene Eva Evgeni Evgeny Fatima Fedor Felix Ferdinand Filipp Florence Francis Francisco Frank Franz François
    Fred Frederick Friedrich Fritz Fyodor Gabriel Galina Genrikh Geoffrey Georg George Georges Georgi Georgii
    Georgy Gerald Gerhard Gertrude Gilbert Gina Giovanni Giuseppe Gleb Grace Grigori Grigorii Grigory Gregory
    Guido Gustav Hannah Hans Harold Harry Hassan Hector Heinrich Heinz Helen Helena Henri Henry Herbert Herman
    Hermann Hilda Howard Hugh Hugo Hussein Ian Ibrahim Ida Ignace Ignazio Igor Ilya Ilia Inga Ingrid Ioseb Iosif
    Ira Irene Irina Isaac Isaak Isabel Ivan Ivar Iurii Jack Jacob Jacques Jakob James Jan Jane Janet Jean Jeanne
    Jennifer Jens Jerry Jessica Jim Joan Joe Johan Johann John José Josef Joseph Joshua Juan Judith Jules Julia
    Julian Julius Jürgen Karel Karen Karim Karl Kate Katharine Katherine Kathleen Kenneth Khaled Klara Klement
    Kliment Klim Konrad Konstantin Kurt Lars Laura Lavrenti Lavrenty Lavrentii Lawrence Lazar Leah Lena Leo Leon
    Leonard Leonid Leopold Leslie Lev Lilian Lillian Linda Lisa Louis Louise Lucia Lucy Ludmila Ludwig Luigi
    Luis Lydia Lyubov Magda Magdalena Manfred Manuel Marc Marcel Margaret Margarita Maria Marie Marina Mario
    Mark Marta Martha Martin Mary Mathilde Matthew Maurice Max Maxim Mehmet Michael Michel Miguel Mikhail Milan
    Miriam Mohamed Mohammad Mohammed Moisei Molly Monica Muhammad Mustafa Nadezhda Nancy Natalia Natalya Nathan
    Nelly Nestor Nicholas Nicolas Nicolai Nikita Nikolai Nikolaus Nikolay Nina Noam Nora Norman Oleg Olga Oliver
    Olof Omar Oscar Oskar Osip Otto Pablo Panteleimon Patricia Patrick Paul Paula Pauline Pavel Pedro Peter Petr
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

_MEN = listed(
    """Nikita Ilya Ilia Luca Luka Joshua Foma Mustafa Mustapha Musa Issa Yahya Taha Ezra Andrea Nikola Sasha Misha
    Kolya Vanya Petya Mitya Grisha Akira Krishna Noah Isaiah Jeremiah Elijah Abdullah Abdallah Obinna Josiah
    Micah Themba Babatunde Adlai Mischa Sava Toma Mihaila Costa Juma Kizza"""
)
_WOMEN = listed(
    """Agnes Alice Amy Ann Anne Annie Beatrice Carmen Caroline Catherine Charlotte Claire Constance Doris Dorothy Edith
    Eileen Eleanor Elizabeth Ellen Elsie Emily Esther Ester Florence Frances Gertrude Gladys Grace Greet Gwen
    Harriet Helen Hilary Inés Ingrid Irene Iris Isabel Ivy Jane Janet Jean Jennifer Joan Joyce Judith Karen Kate
    Katherine Kathleen Liv Lily Louise Lucy Margaret Marie Marion Marjorie Mary Maud Megan Mercedes Mildred
    Miriam Molly Muriel Nancy Nell Pauline Peggy Phyllis Rachel Rose Rosemary Rosario Ruth Sally Sarah Sharon
    Sheila Sophie Susan Suzanne Sylvie Vivian Winifred Yvonne Zoe Solveig Ragnhild Gudrun Inger Kirsten Birgit
    Astrid Bronwen Cerys Carys Sian Siân Ngozi Abeni Adunni Eleni Despoina Mabel Maryam Zeinab Zaynab Reem Leil
    Hedwig Heike Renate Ute Elke Anke Thị Thi"""
)


def is_womans(name: str) -> bool:
    """Say whether a first name is a woman's, as far as ending and list tell.

    >>> is_womans("Anna"), is_womans("Ruth"), is_womans("Ilya"), is_womans("Otto")
    (True, True, False, False)
    """
    return name in _WOMEN or (name.endswith(("a", "ah")) and name not in _MEN)
