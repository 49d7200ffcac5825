package dev.hitlai.programs.web;

import dev.hitlai.programs.internal.TesterSpots;
import dev.hitlai.programs.internal.Vesting;
import dev.hitlai.testers.TesterRoster;
import java.util.List;
import java.util.Objects;

/** A tester in the program, for administrators. */
public record MemberRow(TesterSpots.Membership spot, String name, int tests, String vested) {

  static MemberRow of(
      TesterSpots.Membership spot, List<Vesting.Reached> reached, TesterRoster roster) {
    var profile = roster.profile(Objects.requireNonNull(spot.testerId()));
    return new MemberRow(
        spot,
        profile.map(TesterRoster.Profile::displayName).orElse("A former tester"),
        profile.map(TesterRoster.Profile::testsCompleted).orElse(0),
        reached.isEmpty()
            ? "nothing yet"
            : reached.getLast().equityPercent().stripTrailingZeros().toPlainString() + " %");
  }
}
