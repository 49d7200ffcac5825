package dev.hitlai.demosite.shop;

import dev.hitlai.demosite.http.Response;
import java.util.List;
import java.util.Map;

/** The front page, the journal and the letter. */
final class HomePages {

  private static final String HUGE_IMAGE = "/img/workshop-original.png";

  private final Products products;

  HomePages(Products products) {
    this.products = products;
  }

  Response home(Visit visit) {
    return visit.page(
        "home",
        "Things for home and hill",
        Map.of(
            "letterDeclined",
            visit.request().query("letter").equals("no"),
            "cards",
            Cards.of(visit, products.favourites(), false),
            "stories",
            stories(visit),
            "perkRepair",
            "<strong>Mended, not binned</strong> We repair what we sell, for ten years.",
            "perkReturn",
            "<strong>30 days to change your mind</strong> Returns are free.",
            "perkPeople",
            "<strong>Answers from people</strong> Write to us and a person writes back."));
  }

  Response journal(Visit visit) {
    return visit.page("journal", "Journal", Map.of("stories", stories(visit)));
  }

  Response subscribe(Visit visit) {
    return visit.message(
        "You are on the list", "The next letter comes on the first Sunday of the month.");
  }

  private static List<Map<String, Object>> stories(Visit visit) {
    return List.of(
        story(
            "story-evening",
            visit.has("home-huge-image") ? HUGE_IMAGE : "/img/story-evening.svg",
            "How a mug is enamelled",
            "Two dips, two firings and one very hot afternoon at the workshop.",
            "The colour changes twice on the way: grey when it is wet, chalky when it is dry, and"
                + " only at 800 degrees does it turn glossy."),
        story(
            "story-garden",
            "/img/story-garden.svg",
            "A border for lazy people",
            "Seven plants that look after themselves once they have settled in.",
            "Plant them closer than the label says, water them for one summer, and then leave them"
                + " alone."),
        story(
            "story-camp",
            "/img/story-camp.svg",
            "Tents in the wind",
            "What the ridge tent taught us on a night in November.",
            "Turn the narrow end to the weather, peg out the corners first, and keep a spare guy"
                + " line within reach."));
  }

  private static Map<String, Object> story(
      String slug, String image, String name, String text, String more) {
    return Map.of("slug", slug, "image", image, "name", name, "text", text, "more", more);
  }
}
