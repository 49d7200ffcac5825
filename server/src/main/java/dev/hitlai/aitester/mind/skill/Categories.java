package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What everybody knows to be an animal, a fruit or a colour. */
final class Categories {
  private static final Map<String, Set<String>> KINDS = new TreeMap<>();

  private static final List<String> LINES =
      List.of(
          "animal creature beast pet: horse rabbit goat dog cat sheep cow pig hen duck goose lion"
              + " tiger bear wolf fox deer mouse rat elephant giraffe zebra monkey ape camel donkey"
              + " squirrel hedgehog badger otter seal whale dolphin kangaroo koala panda frog toad"
              + " snake lizard turtle tortoise crocodile hamster ferret mule ox bull calf lamb pony"
              + " puppy kitten leopard cheetah hippo rhino moose elk bison llama beaver mole bat",
          "bird: sparrow robin eagle hawk owl crow raven pigeon dove swan duck goose hen parrot"
              + " penguin stork heron gull seagull finch swallow blackbird magpie falcon ostrich"
              + " peacock woodpecker kingfisher thrush wren flamingo",
          "fish: salmon trout cod herring tuna carp pike perch shark eel haddock mackerel sardine"
              + " plaice halibut bass goldfish",
          "insect bug: ant bee wasp fly beetle butterfly moth mosquito ladybird ladybug grasshopper"
              + " cricket dragonfly termite flea",
          "fruit: apple banana pear mango grape orange lemon lime cherry plum peach apricot"
              + " strawberry raspberry blueberry blackberry melon watermelon pineapple kiwi fig"
              + " date papaya coconut grapefruit nectarine tangerine mandarin currant gooseberry"
              + " pomegranate guava lychee cranberry",
          "vegetable veg: carrot potato onion cabbage leek pea bean spinach lettuce cucumber celery"
              + " broccoli cauliflower turnip radish beetroot beet pumpkin courgette zucchini"
              + " aubergine eggplant pepper garlic parsnip kale asparagus artichoke sweetcorn"
              + " fennel swede tomato marrow",
          "colour color shade: red blue green yellow purple orange pink brown black white grey gray"
              + " violet turquoise cyan magenta beige crimson scarlet teal navy maroon olive lilac"
              + " indigo gold silver amber",
          "drink beverage: tea coffee milk juice water beer wine lemonade cocoa cola soda cider"
              + " whisky rum gin smoothie espresso cappuccino latte",
          "flower: rose tulip daisy lily daffodil orchid poppy sunflower violet iris carnation"
              + " lavender crocus snowdrop peony marigold dahlia geranium primrose bluebell",
          "tree: oak beech birch ash elm maple pine fir spruce willow poplar cedar larch yew"
              + " chestnut lime linden alder hazel palm cypress sycamore rowan",
          "country nation: france germany spain italy portugal poland austria switzerland belgium"
              + " netherlands denmark sweden norway finland iceland ireland greece turkey russia"
              + " ukraine hungary romania bulgaria croatia serbia slovenia slovakia czechia estonia"
              + " latvia lithuania malta cyprus egypt morocco kenya nigeria ghana ethiopia china"
              + " japan india thailand vietnam korea indonesia australia canada mexico brazil"
              + " argentina chile peru cuba england scotland wales",
          "city capital town: paris london berlin madrid rome lisbon vienna prague budapest warsaw"
              + " athens dublin oslo stockholm copenhagen helsinki brussels amsterdam milan naples"
              + " turin venice munich hamburg barcelona lyon geneva zurich krakow moscow istanbul"
              + " cairo tokyo delhi mumbai beijing shanghai sydney toronto boston chicago seattle"
              + " dallas houston miami nairobi lagos lima bogota",
          "vehicle: car bus lorry truck van bicycle bike motorcycle motorbike train tram taxi"
              + " scooter ship boat plane aeroplane airplane helicopter tractor ferry coach moped"
              + " ambulance submarine yacht canoe",
          "furniture: chair table sofa bed desk wardrobe shelf bookcase cupboard stool bench"
              + " armchair couch dresser cabinet sideboard drawers",
          "clothes clothing garment clothe: shirt trousers skirt dress coat jacket jumper sweater"
              + " hat cap scarf glove gloves sock socks shoe shoes boot boots blouse jeans shorts"
              + " belt tie suit cardigan vest pyjamas sandal",
          "tool: hammer saw screwdriver spanner wrench drill pliers chisel axe file rake spade"
              + " shovel plane clamp mallet trowel",
          "instrument: piano violin guitar flute trumpet drum cello clarinet harp oboe trombone"
              + " saxophone organ banjo viola tuba accordion recorder bassoon",
          "sport game: football tennis hockey rugby cricket golf swimming basketball volleyball"
              + " badminton handball boxing skiing rowing cycling judo karate athletics baseball"
              + " squash netball",
          "job profession occupation trade: teacher doctor nurse baker butcher farmer carpenter"
              + " plumber electrician lawyer judge engineer cook chef waiter pilot sailor soldier"
              + " tailor painter mechanic driver dentist journalist architect gardener librarian"
              + " cleaner builder vet firefighter",
          "body limb: arm leg hand foot head nose ear eye mouth knee elbow shoulder finger toe"
              + " neck back chest stomach heart lung liver kidney chin cheek thumb ankle wrist hip",
          "metal: iron gold silver copper tin lead zinc steel brass bronze aluminium aluminum"
              + " nickel platinum mercury titanium",
          "language tongue: english french german spanish italian portuguese polish dutch danish"
              + " swedish norwegian finnish greek turkish russian arabic chinese japanese hindi"
              + " korean welsh irish czech hungarian latin thai",
          "planet: mercury venus earth mars jupiter saturn uranus neptune",
          "month: january february march april may june july august september october november"
              + " december",
          "weekday day: monday tuesday wednesday thursday friday saturday sunday",
          "season: spring summer autumn winter fall",
          "continent: africa asia europe australia antarctica america oceania",
          "relative family: mother father sister brother aunt uncle cousin grandmother grandfather"
              + " daughter son niece nephew parent wife husband granny grandpa",
          "shape: circle square triangle rectangle pentagon hexagon oval ellipse diamond star cube"
              + " sphere cone cylinder",
          "dairy: milk cheese butter yogurt yoghurt cream",
          "meat: beef pork lamb chicken veal ham bacon turkey sausage mutton steak",
          "spice herb: pepper cinnamon ginger nutmeg saffron turmeric cumin basil thyme rosemary"
              + " parsley mint oregano sage dill coriander chive paprika clove",
          "kitchenware cutlery: fork spoon knife plate cup bowl pan pot ladle whisk",
          "building: house church school hospital castle tower barn hotel museum palace factory"
              + " cathedral temple mosque library station",
          "weather: rain snow hail fog wind storm sunshine thunder frost drizzle sleet",
          "toy: doll ball kite teddy puzzle marble yoyo blocks");

  static {
    for (var line : LINES) {
      var parts = line.split(": ");
      var members = Set.of(parts[1].split(" +"));
      for (var name : parts[0].split(" ")) {
        KINDS.put(name, members);
      }
    }
  }

  private Categories() {}

  /** Those of the labels that belong to a kind; empty when the word names no known kind. */
  static Optional<Set<String>> members(String noun, List<String> labels) {
    var kind = KINDS.get(singular(noun));
    if (kind == null) {
      return Optional.empty();
    }
    var found =
        labels.stream().filter(label -> kind.contains(singular(label))).collect(Collectors.toSet());
    return found.isEmpty() || found.size() == labels.size() ? Optional.empty() : Optional.of(found);
  }

  private static String singular(String word) {
    var lower = word.strip().toLowerCase(Locale.ROOT).replaceFirst("^.*\\s", "");
    if (KINDS.values().stream().anyMatch(kind -> kind.contains(lower))
        || KINDS.containsKey(lower)) {
      return lower;
    }
    var stem =
        lower.endsWith("ies")
            ? lower.replaceFirst("ies$", "y")
            : lower.replaceFirst("(?<=x|ch|sh|ss|o)es$", "").replaceFirst("(?<=\\p{L}{2})s$", "");
    return stem;
  }
}
