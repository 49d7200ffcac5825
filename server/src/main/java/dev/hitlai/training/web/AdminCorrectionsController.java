package dev.hitlai.training.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.training.internal.review.AgreementReport;
import dev.hitlai.training.internal.review.CorrectionList;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Administrators judge findings, look at how far reviewers agree, and at all that was said. */
@Controller
@RequestMapping("/admin/corrections")
@Access(admin = true)
class AdminCorrectionsController {
  private static final String BASE = "/admin/corrections";

  private static final int SIZE = 25;

  private final ReviewScreens screens;
  private final AgreementReport agreement;
  private final CorrectionList corrections;

  AdminCorrectionsController(
      ReviewScreens screens, AgreementReport agreement, CorrectionList corrections) {
    this.screens = screens;
    this.agreement = agreement;
    this.corrections = corrections;
  }

  @GetMapping("/agreement")
  String agreement(Model model) {
    model.addAttribute("report", agreement.report());
    return "training/agreement";
  }

  @GetMapping("/all")
  String all(@RequestParam(defaultValue = "1") int page, Page view, Model model) {
    int number = Math.clamp(page, 1, 10_000);
    model.addAttribute("rows", corrections.page(number, SIZE));
    model.addAttribute("pager", new Pager(view.address(), number, SIZE, corrections.count()));
    return "training/corrections";
  }

  @PostMapping("/all/{id:[0-9a-fA-F-]{36}}/quality")
  String grade(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam int quality,
      RedirectAttributes next) {
    corrections.grade(id, quality, user.userId());
    next.addFlashAttribute(Flash.KEY, Flash.success("Saved."));
    return "redirect:/admin/corrections/all";
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}/gold")
  String gold(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean gold,
      RedirectAttributes next) {
    try {
      corrections.gold(id, gold, user.userId());
      next.addFlashAttribute(
          Flash.KEY,
          Flash.success(
              gold ? "Reviewers get it as a known answer." : "It is an ordinary finding again."));
    } catch (ApiProblem refused) {
      if (refused.code() != ErrorCode.CONFLICT) {
        throw refused;
      }
      next.addFlashAttribute(Flash.KEY, Flash.error(refused.sentence()));
    }
    return "redirect:/admin/corrections/all";
  }

  @GetMapping
  String next(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(required = false) @Nullable UUID id,
      Model model) {
    return screens.show(user, id, BASE, model);
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}")
  String say(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @ModelAttribute("form") WordForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    return screens.say(user, id, form, BASE, model, response, next);
  }

  @PostMapping("/undo")
  String takeBack(@AuthenticationPrincipal CurrentUser user, RedirectAttributes next) {
    return screens.takeBack(user, BASE, next);
  }

  @GetMapping("/ranking")
  String ranking(@AuthenticationPrincipal CurrentUser user, Model model) {
    return screens.ranking(user, BASE, model);
  }

  @PostMapping("/ranking")
  String rank(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam Map<String, String> entered,
      Model model,
      HttpServletResponse response,
      RedirectAttributes next) {
    return screens.rank(user, entered, BASE, model, response, next);
  }

  @GetMapping("/{id:[0-9a-fA-F-]{36}}/screenshot")
  ResponseEntity<FileSystemResource> screenshot(
      @AuthenticationPrincipal CurrentUser user, @PathVariable UUID id) {
    return screens.picture(user, id);
  }
}
