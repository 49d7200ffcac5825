package dev.hitlai.web.internal;

import dev.hitlai.web.PlatformProgress;
import dev.hitlai.web.ProgramOffers;
import dev.hitlai.web.view.PhaseBanner;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages anyone may read. */
@Controller
class PublicController {
  private final ObjectProvider<PlatformProgress> progress;
  private final ObjectProvider<ProgramOffers> programs;

  PublicController(
      ObjectProvider<PlatformProgress> progress, ObjectProvider<ProgramOffers> programs) {
    this.progress = progress;
    this.programs = programs;
  }

  @GetMapping("/")
  String home(Model model) {
    PlatformProgress known = progress.getIfAvailable();
    model.addAttribute("phases", known == null ? PhaseBanner.atTheBeginning() : known.banner());
    programs.ifAvailable(
        offers -> {
          model.addAttribute("companyOffers", offers.companies());
          model.addAttribute("testerOffers", offers.testers());
        });
    return "web/home";
  }

  @GetMapping("/features")
  String features() {
    return "web/features";
  }

  @GetMapping("/docs")
  String docs() {
    return "web/docs";
  }

  @GetMapping("/legal/privacy")
  String privacy() {
    return "web/privacy";
  }

  @GetMapping("/legal/terms")
  String terms() {
    return "web/terms";
  }

  /** Only reading pages are worth finding; what needs a login is not. */
  @GetMapping("/robots.txt")
  ResponseEntity<String> robots() {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .body(
            """
            User-agent: *
            Disallow: /admin
            Disallow: /api/
            Disallow: /application/
            Disallow: /company/
            Disallow: /tester/
            """);
  }
}
