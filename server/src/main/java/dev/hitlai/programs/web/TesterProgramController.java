package dev.hitlai.programs.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.programs.internal.Certificates;
import dev.hitlai.programs.internal.TesterSpots;
import dev.hitlai.programs.internal.Vesting;
import dev.hitlai.testers.ProgramTerms;
import dev.hitlai.testers.TesterRoster;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A tester's place in the founding-tester program. */
@Controller
@RequestMapping("/tester/program")
@Access(tester = true)
class TesterProgramController {
  private final TesterSpots spots;
  private final Vesting vesting;
  private final TesterRoster roster;
  private final ProgramTerms terms;
  private final Certificates certificates;

  TesterProgramController(
      TesterSpots spots,
      Vesting vesting,
      TesterRoster roster,
      ProgramTerms terms,
      Certificates certificates) {
    this.spots = spots;
    this.vesting = vesting;
    this.roster = roster;
    this.terms = terms;
    this.certificates = certificates;
  }

  @GetMapping
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    UUID tester = user.requireTester();
    var spot = spots.active(tester).orElse(null);
    List<Vesting.Reached> reached = spot == null ? List.of() : vesting.of(spot.id());
    int completed = roster.profile(tester).map(TesterRoster.Profile::testsCompleted).orElse(0);
    model.addAttribute("spot", spot);
    model.addAttribute(
        "view",
        TesterProgramPage.of(
            spot, reached, completed, terms.shareOf(tester), terms.trainingBonusOf(tester)));
    return "programs/tester";
  }

  @GetMapping("/certificate")
  ResponseEntity<byte[]> membership(@AuthenticationPrincipal CurrentUser user) {
    return Paper.answer("founding-tester", certificates.ofTester(spot(user), user.displayName()));
  }

  @GetMapping("/certificates/{tests:\\d{1,4}}")
  ResponseEntity<byte[]> step(@AuthenticationPrincipal CurrentUser user, @PathVariable int tests) {
    var spot = spot(user);
    var step =
        vesting.of(spot.id()).stream()
            .filter(reached -> reached.tests() == tests)
            .findFirst()
            .orElseThrow(() -> ApiProblem.notFound("This step isn't reached."));
    return Paper.answer("vesting-" + tests, certificates.ofVesting(spot, step, user.displayName()));
  }

  private TesterSpots.Membership spot(CurrentUser user) {
    return spots
        .active(user.requireTester())
        .orElseThrow(() -> ApiProblem.notFound("You are in no program."));
  }
}
