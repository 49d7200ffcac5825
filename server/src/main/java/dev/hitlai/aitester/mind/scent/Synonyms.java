package dev.hitlai.aitester.mind.scent;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups of words that mean the same to people on the web. */
final class Synonyms {
  private static final List<List<String>> GROUPS =
      List.of(
          List.of("return", "refund", "exchange", "send back", "money back"),
          List.of("cart", "basket", "bag", "trolley"),
          List.of("sign in", "log in", "login", "signin", "logon", "log on"),
          List.of(
              "sign up",
              "signup",
              "register",
              "registration",
              "create account",
              "create an account",
              "create your account",
              "create a account",
              "open an account",
              "join"),
          List.of("sign out", "log out", "logout", "signout"),
          List.of(
              "help",
              "support",
              "faq",
              "frequently asked question",
              "assistance",
              "customer service",
              "customer care"),
          List.of(
              "delivery",
              "deliver",
              "shipping",
              "ship",
              "shipment",
              "dispatch",
              "postage",
              "freight"),
          List.of(
              "contact",
              "get in touch",
              "write to us",
              "reach us",
              "enquiry",
              "inquiry",
              "talk to us",
              "email us",
              "contact us",
              "message us"),
          List.of("check out", "checkout"),
          List.of("price", "cost", "fee", "charge", "how much", "pricing", "tariff"),
          List.of("newsletter", "mailing list", "email update", "email updates"),
          List.of("subscribe", "subscription"),
          List.of("account", "profile"),
          List.of("setting", "preference", "configuration"),
          List.of("opening hour", "opening time", "open hour", "business hour", "hour"),
          List.of("privacy", "data protection", "gdpr"),
          List.of("job", "career", "vacancy", "hiring", "work with us", "work for us"),
          List.of("unsubscribe", "opt out"),
          List.of("buy", "purchase", "order"),
          List.of("warranty", "guarantee"),
          List.of("invoice", "bill", "receipt"),
          List.of("blog", "news", "press", "journal", "story"),
          List.of("phone", "telephone", "call us", "phone number", "hotline", "call"),
          List.of("email", "e mail", "mail"),
          List.of("cheap", "budget", "low price", "inexpensive", "affordable"),
          List.of("size", "sizing", "fit"),
          List.of("photo", "picture", "image"),
          List.of("backpack", "rucksack", "daypack"),
          List.of("jacket", "coat", "parka", "anorak"),
          List.of("shoe", "trainer", "sneaker", "footwear"),
          List.of("trouser", "pant", "slack"),
          List.of("jumper", "sweater", "pullover"),
          List.of("mobile", "smartphone", "cellphone"),
          List.of("film", "movie"),
          List.of("holiday", "vacation"),
          List.of("flat", "apartment"),
          List.of("doctor", "physician"),
          List.of("team", "people", "staff"),
          List.of("colour", "color"),
          List.of("quantity", "amount", "qty"),
          List.of("wishlist", "wish list", "favourite", "favorite", "saved item"),
          List.of("address", "location", "store finder", "find us", "store locator"),
          List.of("sale", "offer", "deal", "discount", "promotion"));

  private static final int LONGEST_PHRASE = 4;
  private static final Map<String, String> CONCEPT_OF = index();

  private Synonyms() {}

  private static Map<String, String> index() {
    var index = new HashMap<String, String>();
    for (var group : GROUPS) {
      var concept = stemmed(group.getFirst());
      for (var phrase : group) {
        index.put(stemmed(phrase), concept);
      }
    }
    return Map.copyOf(index);
  }

  private static String stemmed(String phrase) {
    return String.join(" ", Words.stems(phrase));
  }

  /** Longest phrases first, so that "log in" is one concept and not the stop word "in". */
  static Set<String> merge(List<String> stems) {
    var concepts = new LinkedHashSet<String>();
    for (int i = 0; i < stems.size(); ) {
      i += addLongest(stems, i, concepts);
    }
    return concepts;
  }

  private static int addLongest(List<String> stems, int from, Set<String> concepts) {
    for (int length = Math.min(LONGEST_PHRASE, stems.size() - from); length > 0; length--) {
      var concept = CONCEPT_OF.get(String.join(" ", stems.subList(from, from + length)));
      if (concept != null) {
        concepts.add(concept);
        return length;
      }
    }
    if (Words.carriesMeaning(stems.get(from))) {
      concepts.add(stems.get(from));
    }
    return 1;
  }
}
