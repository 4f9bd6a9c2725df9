/** Given names that one person goes by in turn: short forms, and the same name in another language. */

const GROUPS = `
alexander alexandre alejandro aleksandr oleksandr alexandru alessandro iskander sacha sasha alex alec sandy lex
alexandra alejandra oleksandra aleksandra alessandra
andrew andre andres andrei andriy andrii andrea drew andy
anthony antoine antonio anton tony toni
albert alberto bert al
alfred alfredo alf fred
abigail abby abbie gail
amanda mandy
ann anne anna ana annie hanna hannah nancy nan
archibald archie
arthur artie art
barbara barb babs
benjamin benoit benito ben benny benji
bernard bernardo bernie
catherine katherine kathryn catalina caterina kateryna ekaterina katarzyna kate katie kathy cathy katya kitty
charles carlos karl carl charlie chuck chas
charlotte lottie
christopher christophe cristobal chris kit topher
christine christina cristina khrystyna chrissy tina
clement clemente clem
daniel danylo daniil danilo dan danny
david dawid davyd dave davey
deborah debra deb debbie
dominic dominique domingo dom
donald don donnie
dorothy dorothea dot dolly
edward eduard eduardo edouard ed eddie ted teddy ned
eleanor ellen helen helene helena elena olena olenka nell nellie lena
elizabeth elisabeth elisabet isabel isabelle isabella yelyzaveta liz lizzie beth betty betsy bess eliza elsie lisa
emily emilie emilia em emmy
emma em
eugene yevhen evgeny eugenio gene
ferdinand fernando fernand hernando
francis francois francisco franciszek francesco frank pancho paco fran
frances francoise francisca fanny
frederick frederic federico fred freddie freddy
gabriel gabriela gabrielle gabby gabe
geoffrey jeffrey jeff geoff
george georges jorge georgy yuri yurii jerzy giorgi heorhii
gerald gerard gerardo gerry jerry
gregory gregoire gregorio hryhorii greg
gustav gustave gustavo gus
harold harry hal
henry henri enrique henrique harry hank hal
herbert herb bert
hugh hugo hugues hughie
ignatius ignacio nacho
jacob jacques jakub yakiv jake iago diego
james jaime jim jimmy jamie jem
jane jeanne juana joanna joan jean janet jenny janie
jennifer jen jenny
jessica jess jessie
john jean juan joao ivan jan giovanni johann johannes jack johnny jon ian sean evan
jonathan jonathon jon
joseph jose giuseppe josef yosyp youssef yousef yusuf joe joey pepe jo
josephine josefina jo josie
joshua josh
julia julie juliette yulia yuliia giulia
kenneth ken kenny
kimberly kim
lawrence laurent lorenzo lavrentii larry laurie
leo leon lev leonard leonardo len lenny
louis luis luiz luigi lewis lou
louise luisa luiza lou
luke luc lucas lukas
margaret marguerite margarita marharyta maggie meg peggy madge daisy rita
mark marc marcos marco marko marcus
martin martim marty
martha marta mattie
mary marie maria mariam maryam miriam molly polly mae
matthew matthieu mathieu mateo mateus matvii matias matt
maurice mauricio
maximilian maxime maksym max
michael michel miguel mikhail mykhailo michal mike mick mickey misha
nathaniel nathan nat nate
nicholas nicolas nikolai mykola nicolau nick nicky
oliver olivier ollie noll
patrick patricio pat paddy
patricia pat patty trish
paul pablo paulo pavel pavlo paolo
peter pierre pedro petro piotr pyotr pietro pete
philip philippe felipe filipe phil pip
rachel raquel
raymond ramon ray
rebecca becky
richard ricardo rick dick richie rich
robert roberto rob bob bobby robbie bert
roger rogelio rodger
ronald ron ronnie
samuel sam sammy
samantha sam
sarah sara sally sadie
sebastian sebastien
simon simeon semen
sergei serhii sergey sergiy serge sergio
igor ihor
oleg oleh
dmytro dmitri dmitry dmitriy dima
bohdan bogdan
galina halyna
svetlana svitlana
stephen steven stephane etienne esteban estevao stepan stefan steve
susan susanne suzanne susana sue suzie
theodore theodor teodoro fedir fyodor ted theo
theresa therese teresa tess tessa terry
thomas tomas tom tommy
timothy tim timmy
vincent vicente vince
victor viktor vic
victoria viktoria vicky
vladimir volodymyr wladimir vova
walter gautier wally walt
william guillaume guillermo guilherme wilhelm will bill billy willie liam wm
zachary zack zach
`;

const ROOTS = new Map<string, string>();
for (const line of GROUPS.trim().split("\n")) {
  const names = line.split(" ");
  // A short form of several names ("alex", "jo") stays with the first: it is evidence, not proof.
  for (const name of names) if (!ROOTS.has(name)) ROOTS.set(name, names[0] ?? name);
}

/** The name that this one is a form of; undefined when it is not among those known. */
export function rootOf(name: string): string | undefined {
  return ROOTS.get(name);
}
