package dev.hitlai.testing.web.tester;

import dev.hitlai.identity.CurrentUser;
import dev.hitlai.testers.Leaderboard;
import dev.hitlai.testers.TesterSettings;
import dev.hitlai.testing.internal.people.OpenMissions;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is going on: missions that need people, and who has done most. */
@Controller
class MissionControlController {
  private static final int PLACES = 20;

  private final OpenMissions missions;
  private final Leaderboard leaderboard;
  private final TesterSettings settings;

  MissionControlController(
      OpenMissions missions, Leaderboard leaderboard, TesterSettings settings) {
    this.missions = missions;
    this.leaderboard = leaderboard;
    this.settings = settings;
  }

  @GetMapping("/tester/mission-control")
  String show(@AuthenticationPrincipal CurrentUser user, Model model) {
    model.addAttribute("missions", missions.read());
    model.addAttribute("leaders", leaderboard.top(PLACES));
    model.addAttribute("me", user.requireTester());
    model.addAttribute("shown", settings.of(user.requireTester()).onLeaderboard());
    return "testing/mission-control";
  }

  /** The list alone, fetched anew every few seconds. */
  @GetMapping("/tester/mission-control/missions")
  String missions(Model model) {
    model.addAttribute("missions", missions.read());
    return "testing/missions";
  }
}
