package dev.hitlai.aitester.mind.skill;

import java.util.Optional;

/** "The greatest number shown". */
final class GreatestNumber implements Values.Answer {

  @Override
  public Optional<String> read(String phrase, Clauses clauses, Sight now) {
    if (!phrase.matches("(?i).*\\b(?:number|value|price|amount|figure)\\b.*")
        || !Superlatives.speaksIn(phrase)) {
      return Optional.empty();
    }
    return Superlatives.find(new Target(phrase, "", 0, "", false), now).map(Thing::own);
  }
}
