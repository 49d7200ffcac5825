package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Book the cheapest flight from A to B on …": the form, the search, then the best result. */
final class BookSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile("(?i)^(?:book|reserve|find|search for|buy|get|choose|order)\\b(.*)$");
  private static final Pattern ROUTE =
      Pattern.compile(
          "(?i)\\bfrom:?\\s+(.+?)\\s+to:?\\s+(.+?)(?=\\s+(?:on|for|departing|leaving|in|with)\\b|$)");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    var route = ROUTE.matcher(ahead.first());
    if (!verb.matches()) {
      return Optional.empty();
    }
    var words = ahead.plain(verb.group(1));
    if (!route.find()) {
      var offer = new OfferJob(words);
      return OfferJob.isChoice(words) && offer.fits(now) ? Assignment.of(offer) : Optional.empty();
    }
    var jobs = new ArrayList<Job>();
    jobs.add(new PlaceJob("from", "departure origin leaving", ahead.plain(route.group(1)), 0));
    jobs.add(new PlaceJob("to", "destination arrival going", ahead.plain(route.group(2)), 1));
    jobs.add(new DetailsJob(Wish.of(ahead, 1)));
    Dates.in(words).ifPresent(date -> jobs.add(new DateJob(date, words, "date")));
    jobs.add(new SendJob());
    jobs.add(new OfferJob(words));
    return now.fields().size() < 2
        ? Optional.empty()
        : Assignment.of(new Sequence(List.copyOf(jobs)));
  }
}
