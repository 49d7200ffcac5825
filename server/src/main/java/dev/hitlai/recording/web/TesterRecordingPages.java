package dev.hitlai.recording.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.recording.internal.keys.RunKeys;
import dev.hitlai.testing.OpenWork;
import java.time.Duration;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lets a tester be recorded while they carry out one test, if they want to. */
@Controller
@RequestMapping("/tester/tests/{id:[0-9a-fA-F-]{36}}/recording")
class TesterRecordingPages {
  private static final Duration LASTS = Duration.ofHours(8);

  private final OpenWork work;
  private final RunKeys keys;

  TesterRecordingPages(OpenWork work, RunKeys keys) {
    this.work = work;
    this.keys = keys;
  }

  @GetMapping
  String ask(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    return page(find(user, id), null, model);
  }

  /** A key of their own, in the address and for the extension; each press makes a new one. */
  @PostMapping
  String agree(@AuthenticationPrincipal CurrentUser user, @PathVariable UUID id, Model model) {
    var open = find(user, id);
    String host = open.site().getHost() == null ? "" : open.site().getHost();
    String key = keys.make(open.companyId(), open.testRunId(), user.requireTester(), host, LASTS);
    return page(open, key, model);
  }

  private OpenWork.Work find(CurrentUser user, UUID id) {
    return work.of(id, user.requireTester())
        .orElseThrow(() -> ApiProblem.notFound("You aren't working on this test."));
  }

  private static String page(
      OpenWork.Work open, @org.jspecify.annotations.Nullable String key, Model model) {
    String site = open.site().toString();
    model.addAttribute("id", open.assignmentId().toString());
    model.addAttribute("site", site);
    model.addAttribute("key", key);
    model.addAttribute("link", key == null ? null : site.replaceAll("#.*", "") + "#hitlai=" + key);
    return "recording/tester";
  }
}
