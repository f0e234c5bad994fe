"""Given names that many people bear: where one begins a part of a line, the part is a person and neither a company nor a town.

The list need not be complete: a name that is not in it is read as a name wherever nothing else could stand. Names that are also towns
or companies in program pages (Florence, Sydney, Charlotte, Santiago, Chelsea) are left out.
"""

_LATIN = (
    "aaron abdul abigail adam adrian adriana agnes agnieszka ahmed aisha akira alan albert alberto alejandro aleksandra alessandro alex "
    "alexander alexandra alexei alexis alfred ali alice alicia alison allison amanda amelia amina amir amit amy ana anastasia anders andrea "
    "andreas andrei andrés andrew andrzej angela anil anita anja anjali ann anna anne annette annika anthony antoine anton antonio arjun "
    "arthur arun ashley astrid aya ayse ayşe barbara bart beatrice beatriz ben benjamin benoît bernard bernd bert beth bill birgit björn bob "
    "boris brian brigitte bruce bruno camille carl carla carlo carlos carmen carol carolina caroline catherine cathy cecilia chiara chris "
    "christian christina christine christoph christophe christopher clara claire claude claudia claudio colin craig cristina daisuke "
    "daniel daniela daniele danielle dave david deborah denis dennis derek diana diego dieter dimitri dirk dmitri dmitry dominik dominique "
    "donald dora doris dorothy edith eduardo edward elena eleni elisabeth elise elizabeth ellen emanuele emil emilia emily emma eric erik "
    "erika ernst esther etienne eugene eva evelyn fabian fabio fatima federico felix fernando filip francesca francesco francisco franck "
    "françois françoise frank franz fred frederic frédéric friedrich gabriel gabriela gareth gary georg george gerald gerard giovanni giulia "
    "giuseppe gloria gonzalo graham greg gregory guido guillaume gustavo hamid hannah hans harald haruka harry hassan heather heidi heike "
    "helen helena helene helga henri henrik henry hervé hiroshi holger howard hugo ian ibrahim ignacio igor ingrid irene irina iris isabel "
    "isabella isabelle ivan ivana jack jacob jacques jakob jakub james jan jane janet jason javier jean jeff jeffrey jennifer jens jeremy "
    "jérôme jessica jesús jill jim joachim joan joanna joe joel johan johann johanna johannes john johnny jon jonas jonathan jörg jorge "
    "josé josef joseph joshua joyce juan judith julia julian julie julien jürgen justin karen karin karl karsten katarzyna kate katharina "
    "katherine kathleen kathryn katja keiko keith kelly ken kenji kenneth kevin khalid kim kimberly klaus krzysztof kumiko kurt lars laura "
    "laurence laurent lea leah leila lena leo leon leonardo leonid leticia liam lina linda lisa lorenzo louis louise luca lucas lucia lucie "
    "ludwig luigi luis luise luisa lukas łukasz maciej magdalena małgorzata manuel manuela marc marcel marcin marco marcos marek maria maría "
    "marie marina mario marion mark markus marta martha martin martina mary masaki mateusz mathias mathieu matteo matthew matthias "
    "matthieu maurice maurizio max maxime megan mehmet melanie melissa michael michał michel michela michele michelle miguel mikael mike "
    "mikhail milan miriam mohamed mohammad mohammed monica monika muhammad mustafa nadia nancy naomi natalia natalie natasha nathalie nathan "
    "neil nicholas nick nicolas nicole nikolai nikolaus nina noah nora norbert olaf ole oleg olga oliver olivia olivier omar oscar otto "
    "pablo paola paolo pascal pat patricia patrick paul paula pauline pavel pawel paweł pedro peter petra philip philipp philippe pierre "
    "pieter piotr rachel rafael rahul rainer rajesh ralf ralph ramon raphael raul ravi raymond rebecca reinhard rémi rené ricardo "
    "riccardo richard rita rob robert roberta roberto robin roger roland rolf roman ron ronald rosa ruben rudolf russell ruth ryan sabine "
    "salvatore sam samantha samir samuel sandeep sandra sanjay sara sarah satoshi scott sean sebastian sébastien serena serge sergei sergey "
    "sergio shannon sharon silvia simon simona simone sonia sophia sophie srinivas stefan stefania stefano stephan stephanie stéphane stephen "
    "steve steven stuart sunil susan susanna susanne suzanne sven sylvain sylvia sylvie takashi takeshi tamara tanja tanya tatiana ted "
    "teresa theo theresa therese thierry thomas thorsten tim timothy tina tobias todd tom tomás tomasz tommaso tony tracy ulrich ulrike ursula "
    "andrej andrey jiří petr jana lukáš tomáš ondřej zdeněk minh thanh sanjeev deepak priya kavita ana-maria jean-pierre jean-marc marie-claire anna-maria "
    "valentina valeria valérie vanessa vera veronica vicente victor vijay viktor vincent vincenzo virginie vladimir walter wanda wendy werner "
    "wilhelm will willem william wojciech wolfgang xavier yan yann yannick yasmin yolanda yuki yuri yves yvonne zoe zoltán"
)

#: In lower case, as they are written.
GIVEN = frozenset(_LATIN.split())
