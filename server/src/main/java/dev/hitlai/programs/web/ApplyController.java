package dev.hitlai.programs.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.programs.Program;
import dev.hitlai.programs.internal.Answers;
import dev.hitlai.programs.internal.ApplicationDrafts;
import dev.hitlai.programs.internal.ApplicationDrafts.Draft;
import dev.hitlai.programs.internal.Intake;
import dev.hitlai.programs.internal.PublicOffers;
import dev.hitlai.programs.internal.Questions;
import dev.hitlai.programs.internal.StatusLinks;
import dev.hitlai.web.view.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The two programs and their forms, page by page. What was entered is kept in a draft that belongs
 * to the browser's cookie, so that nothing is lost between pages, after an error or a day later.
 */
@Controller
class ApplyController {
  private final ApplicationDrafts drafts;
  private final DraftCookie cookies;
  private final Intake intake;
  private final PublicOffers offers;
  private final StatusLinks links;

  ApplyController(
      ApplicationDrafts drafts,
      DraftCookie cookies,
      Intake intake,
      PublicOffers offers,
      StatusLinks links) {
    this.drafts = drafts;
    this.cookies = cookies;
    this.intake = intake;
    this.offers = offers;
    this.links = links;
  }

  @GetMapping("/early-adopter")
  String earlyAdopter(
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String tier,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      Model model) {
    return show(Program.EARLY_ADOPTER, step, tier, user, request, model);
  }

  @GetMapping("/founding-tester")
  String foundingTester(
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String tier,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      Model model) {
    return show(Program.FOUNDING_TESTER, step, tier, user, request, model);
  }

  @PostMapping("/early-adopter")
  String applyAsCompany(
      @RequestParam Map<String, String> sent,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return apply(Program.EARLY_ADOPTER, sent, user, request, response, model);
  }

  @PostMapping("/founding-tester")
  String applyAsTester(
      @RequestParam Map<String, String> sent,
      @AuthenticationPrincipal @Nullable CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return apply(Program.FOUNDING_TESTER, sent, user, request, response, model);
  }

  private String show(
      Program program,
      String step,
      String tier,
      @Nullable CurrentUser user,
      HttpServletRequest request,
      Model model) {
    var draft = drafts.find(program, cookies.read(program, request)).orElse(Draft.NONE);
    var answers = beginning(draft.answers(), user, program);
    if (program.tier(tier).isPresent()) {
      answers = answers.with("tier", tier);
    }
    int at = Math.clamp(number(step, draft.step()), 1, draft.step());
    return page(program, at, answers, Problems.none(), model);
  }

  /** What we know of somebody who is logged in needn't be typed. */
  private static Answers beginning(Answers kept, @Nullable CurrentUser user, Program program) {
    if (user == null) {
      return kept;
    }
    var known = new LinkedHashMap<String, String>();
    known.put("email", user.email());
    known.put(program == Program.EARLY_ADOPTER ? "contactName" : "fullName", user.displayName());
    known.putAll(kept.byName());
    return new Answers(known);
  }

  private String apply(
      Program program,
      Map<String, String> sent,
      @Nullable CurrentUser user,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    String token = cookies.readOrMake(program, request, response);
    if (sent.getOrDefault("go", "").equals("discard")) {
      drafts.forget(token);
      cookies.drop(program, request, response);
      return "redirect:" + program.path() + "#apply";
    }
    var draft = drafts.find(program, token).orElse(Draft.NONE);
    int at = Math.clamp(number(sent.getOrDefault("step", ""), 1), 1, Questions.STEPS);
    var answers = draft.answers().with(ApplicationDrafts.entered(program, at, sent));
    if (at == 2) {
      answers = answers.with("waitingList", sent.getOrDefault("waitingList", ""));
    }
    drafts.save(program, token, new Draft(Math.max(draft.step(), at), answers));
    if (sent.getOrDefault("go", "").equals("back")) {
      return to(program, Math.max(1, at - 1));
    }
    var problems = problems(program, at, answers);
    if (problems.any()) {
      response.setStatus(400);
      return page(program, at, answers, problems, model);
    }
    if (at < Questions.STEPS) {
      drafts.save(program, token, new Draft(Math.max(draft.step(), at + 1), answers));
      return to(program, at + 1);
    }
    return send(program, answers, user, token, request, response, model);
  }

  /** Of this page of the form; on the second also a tier that has no spot left. */
  private Problems problems(Program program, int at, Answers answers) {
    var problems = new LinkedHashMap<>(Questions.sentences(program, at, answers));
    if (at == 2 && !problems.containsKey("tier") && answers.text("waitingList").isEmpty()) {
      offers.of(program).stream()
          .filter(offer -> offer.code().equals(answers.text("tier")) && offer.left() == 0)
          .findFirst()
          .ifPresent(
              full ->
                  problems.put(
                      "tier",
                      "All spots of %s are taken. Choose another tier, or the waiting list below."
                          .formatted(full.label())));
    }
    return new Problems(problems);
  }

  private String send(
      Program program,
      Answers answers,
      @Nullable CurrentUser user,
      String token,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    // Pages can be left out by whoever calls the last one.
    for (int earlier = 1; earlier < Questions.STEPS; earlier++) {
      var problems = problems(program, earlier, answers);
      if (problems.any()) {
        response.setStatus(400);
        return page(program, earlier, answers, problems, model);
      }
    }
    try {
      boolean waits = !answers.text("waitingList").isEmpty();
      var taken = intake.submit(program, answers, waits, Sender.of(user, request));
      drafts.forget(token);
      cookies.drop(program, request, response);
      return "redirect:/application-success?application=" + links.token(taken.id());
    } catch (ApiProblem refused) {
      response.setStatus(refused.code().status());
      return refused(program, answers, refused, model);
    }
  }

  /** Everything that was entered is kept; who wanted a full tier is offered the next one. */
  private String refused(Program program, Answers answers, ApiProblem refused, Model model) {
    if (refused.code() == ErrorCode.NO_SPOTS_AVAILABLE) {
      Object next = refused.details().get("nextTier");
      var offered = next == null ? answers : answers.with("tier", next.toString());
      return page(program, 2, offered, new Problems(Map.of("tier", refused.sentence())), model);
    }
    return page(
        program, Questions.STEPS, answers, new Problems(Map.of("form", refused.sentence())), model);
  }

  private String page(Program program, int at, Answers answers, Problems problems, Model model) {
    var tiers = offers.of(program);
    model.addAttribute("view", ApplyPage.of(program, at, answers, tiers));
    model.addAttribute("problems", problems);
    return "programs/apply";
  }

  private static String to(Program program, int step) {
    return "redirect:" + program.path() + "?step=" + step + "#apply";
  }

  private static int number(String text, int otherwise) {
    return text.matches("[1-9]") ? Integer.parseInt(text) : otherwise;
  }
}
