"""Names for an invented municipality, common ones first, as registers of names have them."""

from random import Random


def words(text: str) -> list[str]:
    """Names as they are written below."""
    return text.split()


GIRLS = words("""
Alma Ida Ella Freja Emma Clara Nora Luna Agnes Olivia Karla Anna Alberte Asta Ellie Lily Sofia Josefine Isabella Frida Laura
Aya Mathilde Astrid Ellen Victoria Maja Rosa Liv Marie Vilma Nanna Emilie Alba Sofie Lærke Andrea Mille Johanne Merle Caroline
Filippa Gry Ingrid Signe Esther Naja Saga Liva Hannah Sara Mynte Tilde Iben Bjørk Molly Thea Vigga Cecilie Elina Selma
Augusta Julie Marta Nikoline Silje Eva Hjørdis Viola Cornelia Elva Bella Malou Siv Dagmar Gerda Petra Kaja Solvej Tuva
""")
BOYS = words("""
Carl William Noah Oscar Malthe Alfred Emil Valdemar Aksel Arthur August Oliver Elias Lucas Victor Otto Felix Viggo Anton Nohr
Liam Johan Magnus Storm Albert Konrad Hugo Theo Frederik Adam Anker Villads Birk Theodor Erik Lauge Asger Elliot Philip Marius
Christian Thor Kalle Mads Oskar Bertram Sebastian Vilhelm Mikkel Jonathan Loui Pelle Sofus Benjamin Ludvig Silas Walter Gustav
Sander Holger Milas Jens Nicolai Tobias Kristian Rasmus Isak Laurits Eskild Bjørn Vitus Ebbe Hannibal Jakob Ravn Svend Viktor
""")
WOMEN = words("""
Anne Mette Kirsten Hanne Camilla Louise Maria Christina Lone Pia Charlotte Tina Line Mia Katrine Trine Sanne Stine Rikke Heidi
Maja Julie Ditte Kathrine Malene Sofie Lisbeth Marianne Susanne Ulla Birgitte Karin Dorthe Gitte Helle Jette Bente Inge Lene
Berit Signe Mathilde Nanna Sarah Amalie Pernille Simone Michelle Janni Maiken Betina Anja Vibeke Annette Lotte Nina Ida Freja
""")
MEN = words("""
Peter Michael Lars Jens Thomas Henrik Søren Christian Martin Jan Anders Morten Jesper Niels Rasmus Mads Per Hans Mikkel Jonas
Kim Frederik Claus Jacob Kasper Brian Torben Daniel Simon Nicolai Emil Kristian Allan Bo Steen René Troels Jeppe Steffen Carsten
Ulrik Andreas Tobias Esben Mathias Palle Sune Magnus Flemming Kenneth Dennis Oliver Lasse Rune Jannik Bjarne Anton Viggo Ole
""")
GIRLS_ABROAD = words("""
Fatima Maryam Amina Aisha Zeynep Yasmin Layla Noor Amira Hana Salma Zahra Elif Defne Lina Rana Samira Zofia Julia Lena Maja
Oksana Daria Sofiya Anastasia Mira Leila Nadia Asma Huda Sumaya Ayan Hodan Parwin Shirin Ana Elena Ioana Thuy Mai Linh
""")
BOYS_ABROAD = words("""
Mohammad Ali Ahmad Omar Hassan Yusuf Malik Ibrahim Adam Hamza Amir Bilal Emre Kerem Mert Zayn Karim Tarek Jakub Szymon Antoni
Oleksandr Danylo Mykola Andrei Stefan Abdi Liban Farhan Reza Arash Dara Hussein Mustafa Mahmoud Idris Samuel Minh Tuan David
""")
SURNAMES = words("""
Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen
Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Mikkelsen Frederiksen Laursen Lund Holm Schmidt Eriksen Clausen
Kristiansen Simonsen Svendsen Andreasen Iversen Jeppesen Mogensen Jespersen Nissen Lauridsen Frandsen Østergaard Kjær Carlsen
Vestergaard Nørgaard Dahl Winther Bach Bertelsen Lassen Kruse Søndergaard Gregersen Krogh Bech Bruun Toft Dam Friis Brandt Skov
Bang Lind Juul Bundgaard Hedegaard Aagaard Riis Villadsen Paulsen Buch Damgaard Mathiesen Thorsen Hald Steffensen Marker Vang
Overgaard Kofoed Kirkegaard Skovgaard Ravn Enevoldsen Sand Bay Lykke Thorup Storm Riber Holt Krag Ørum Gade Høj Klit Mose
""")
SURNAMES_ABROAD = words("""
Ali Ahmed Mohamed Hussein Hassan Ibrahim Khan Yilmaz Demir Kaya Nguyen Tran Nowak Kowalski Wojcik Saleh Nasser Haddad Said Omar
Abdi Farah Warsame Rahimi Ahmadi Hosseini Karimi Kovalenko Shevchenko Bondarenko Popescu Ionescu Aydin Celik Osman Yusuf Jama
Mansour Khalil Darwish Zaman Malik Hamid Salem Younes Barzani Sharif Petrovic Jovanovic Hoxha
""")
LANGUAGES = ("ar", "tr", "uk", "pl", "en", "so", "fa")
STREETS = words("""
Engvej Skovvej Strandvejen Birkevej Lærkevej Møllevej Kirkevej Bøgevej Rosenvej Parkvej Egevej Åvej Fjordvej Bakkevej Elmevej
Havnegade Nørregade Søndergade Vestergade Østergade Stationsvej Industrivej Fasanvej Solsortevej Granvej Hybenvej Klintevej
Marsken Kløvermarken Kornvænget Tjørnevej Skolevej Dambakken Hasselhaven Sivvej Rugvænget
""")


def pick(random: Random, names: list[str]) -> str:
    """A name; the first of a list are the most common."""
    return names[int(len(names) * random.random() ** 1.6)]


def child_name(random: Random, female: bool, abroad: bool) -> str:
    """A child's first name."""
    if abroad:
        return pick(random, GIRLS_ABROAD if female else BOYS_ABROAD)
    return pick(random, GIRLS if female else BOYS)


def adult_name(random: Random, female: bool, abroad: bool) -> str:
    """A grown-up's first name."""
    return child_name(random, female, True) if abroad else pick(random, WOMEN if female else MEN)


def surname(random: Random, abroad: bool) -> str:
    """A surname."""
    return pick(random, SURNAMES_ABROAD if abroad else SURNAMES)


def address(random: Random) -> str:
    """A street that every town has, and a number."""
    return f"{random.choice(STREETS)} {random.randint(1, 98)}"
