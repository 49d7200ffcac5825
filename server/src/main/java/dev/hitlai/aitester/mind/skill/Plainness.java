package dev.hitlai.aitester.mind.skill;

import java.util.regex.Pattern;

/**
 * Tells a mission that is followed to the letter on the page at hand from one about a purpose.
 *
 * @param ahead the mission taken apart
 */
record Plainness(String mission, Clauses ahead) {
  /** Words for what is on a page, or for using it: who says them speaks of the page at hand. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?i)\\b(?:click|press|tap|tick|untick|uncheck|checkbox|check ?boxes|textbox|text"
              + " (?:box|field|area)|text ?area|drop-?down|slider|spinner|scroll list|date"
              + " ?picker|drag|focus|paste|highlight|expand|collapse|submit|dialog|pop-?up|terminal|radio"
              + " button|type|button|tab|upload)\\b");

  /** Missions that are about a purpose, whatever the page. */
  private static final Pattern PURPOSE =
      Pattern.compile(
          "(?i)^(?:please )?(?:buy|purchase|order (?!\\d|by|the (?:list|numbers))|find out(?! the"
              + " (?:secret|hidden|right|unknown|correct)\\b)|compare|sign up|register|create an"
              + " account|contact|subscribe|unsubscribe|get in touch|look"
              + " around|explore|browse|check ?out|how(?! many)|where|learn|write"
              + " to)\\b|\\b(?:add|put)\\b.{2,60}\\b(?:cart|basket|bag)\\b|\\bcheck ?out\\b");

  /** Whether the mission says literally what to do on this page, so that it is simply followed. */
  boolean is(Sight now) {
    if (ahead.isEmpty()
        || PURPOSE.matcher(mission.strip()).find()
            && !isAllHere(now)
            && !(isSelfContained(now)
                && (givesValues(now) || isSpelledOut(now) || isErrand(now)))) {
      return false;
    }
    if (Cover.over(now, mission).isPresent()) {
      return true;
    }
    if (isSelfContained(now)) {
      return true;
    }
    if (Errand.isFree(mission)
        && Errand.mayBe(mission)
        && !Errand.isCarrying(mission, now)
        && isShort(now)
        && new ErrandJob(Errand.of(mission)).fits(now)) {
      return true;
    }
    var all = Skills.read(ahead, now).filter(one -> one.job().fits(now));
    var assignment = all.isPresent() ? all : Skills.read(withoutRemarks(), now);
    return assignment.isPresent()
        && (LITERAL.matcher(mission).find()
            || isShort(now) && (assignment.get().job().fits(now) || now.things().size() < 120));
  }

  /** A purpose whose every part can be done on this one page is followed like an instruction. */
  private boolean isAllHere(Sight now) {
    var rest = ahead;
    while (!rest.isEmpty()) {
      var assignment = Skills.read(rest, now);
      if (assignment.isEmpty() || !assignment.get().job().fits(now)) {
        return false;
      }
      rest = rest.after(assignment.get().clauses());
    }
    return isShort(now) && now.things().size() < 120;
  }

  /** A small page that leads nowhere else: what is asked for is asked of this page. */
  private static boolean isSelfContained(Sight now) {
    return isShort(now)
        && now.things().size() < 250
        && now.page().elements().stream()
            .allMatch(e -> e.link() == null || e.link().href().contains("#"));
  }

  /** It says what to fill in, and the page has a place for it. */
  private boolean givesValues(Sight now) {
    var wish = Wish.of(ahead, ahead.texts().size());
    int placed = Matching.of(wish, Slots.of(now)).placed().size();
    boolean leadsOn = Commit.find(now, mission).filter(Commit::isStep).isPresent();
    return wish.mentions().size() > 1 && (placed > 1 || placed > 0 && leadsOn);
  }

  /** So many of this and of that, or just these and those, which the page has controls for. */
  private boolean isSpelledOut(Sight now) {
    return new QuantitySkill()
        .read(ahead, now)
        .or(() -> new OnlySkill().read(ahead, now))
        .isPresent();
  }

  private boolean isErrand(Sight now) {
    return new ErrandJob(Errand.of(mission)).fits(now);
  }

  private Clauses withoutRemarks() {
    var rest = ahead;
    while (rest.texts().size() > 1 && !Clauses.startsWithVerb(rest.first())) {
      rest = rest.after(1);
    }
    return rest;
  }

  /** A page that one takes in at a glance is what the words are about. */
  private static boolean isShort(Sight now) {
    return now.things().size() < 400
        && now.page().viewport().pageHeight() <= 1.5 * now.page().viewport().height();
  }
}
