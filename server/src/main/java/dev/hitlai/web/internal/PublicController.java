package dev.hitlai.web.internal;

import dev.hitlai.web.PlatformProgress;
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

  PublicController(ObjectProvider<PlatformProgress> progress) {
    this.progress = progress;
  }

  @GetMapping("/")
  String home(Model model) {
    PlatformProgress known = progress.getIfAvailable();
    model.addAttribute("phases", known == null ? PhaseBanner.atTheBeginning() : known.banner());
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
            Disallow: /company/
            Disallow: /tester/
            """);
  }
}
