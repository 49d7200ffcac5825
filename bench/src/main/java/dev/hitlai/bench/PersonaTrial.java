package dev.hitlai.bench;

import dev.hitlai.aitester.Persona;
import java.util.List;

/**
 * One person at one mission.
 *
 * @param kind which kind of person: a persona's name, or what was changed in it
 * @param seed which person of this kind
 */
record PersonaTrial(
    PersonaMission mission, String kind, Persona persona, long seed, PersonaWalk.Result result) {

  /** A line on these trials of one mission; the ways themselves when they are asked for. */
  static void print(List<PersonaTrial> trials) {
    var first = trials.getFirst();
    var seconds =
        trials.stream()
            .filter(trial -> trial.result().done())
            .mapToDouble(trial -> trial.result().seconds())
            .average();
    System.out.printf(
        "%-24s %3d of %d done, mean %5.1f s  %s%n",
        first.kind(),
        trials.stream().filter(trial -> trial.result().done()).count(),
        trials.size(),
        seconds.orElse(Double.NaN),
        first.mission().text());
    if (Boolean.getBoolean("hitlai.bench.steps")) {
      trials.stream().limit(2).forEach(PersonaTrial::printWay);
    }
  }

  private void printWay() {
    System.out.println("    " + seed + ": " + result.ended() + ", " + result.why());
    result.way().forEach(step -> System.out.println("       " + step));
  }
}
