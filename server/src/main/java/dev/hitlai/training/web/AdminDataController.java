package dev.hitlai.training.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.identity.Access;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.training.internal.data.Batches;
import dev.hitlai.training.internal.data.ExportFormat;
import dev.hitlai.training.internal.data.Imports;
import dev.hitlai.training.internal.data.TrainingData;
import dev.hitlai.training.internal.data.TrainingData.Show;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Examples, batches and imports. */
@Controller
@RequestMapping("/admin/training")
@Access(admin = true)
class AdminDataController {
  private static final int SIZE = 20;

  private final TrainingData data;
  private final Batches batches;
  private final Imports imports;

  AdminDataController(TrainingData data, Batches batches, Imports imports) {
    this.data = data;
    this.batches = batches;
    this.imports = imports;
  }

  @GetMapping("/data")
  String data(
      @RequestParam(defaultValue = "all") String show,
      @RequestParam(defaultValue = "1") int page,
      Page view,
      Model model) {
    var which = show(show);
    int number = Math.clamp(page, 1, 10_000);
    model.addAttribute("stats", data.stats());
    model.addAttribute("show", which);
    model.addAttribute("rows", data.page(which, number, SIZE));
    model.addAttribute("pager", new Pager(view.address(), number, SIZE, data.number(which)));
    return "training/data";
  }

  private static Show show(String name) {
    try {
      return Show.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return Show.ALL;
    }
  }

  @PostMapping("/data/collect")
  String collect(RedirectAttributes next) {
    return AdminTrainingController.answer(
        next, "/admin/training/data", "Collected what was judged since.", data::collect);
  }

  @PostMapping("/data/{id:[0-9a-fA-F-]{36}}")
  String verify(
      @AuthenticationPrincipal CurrentUser user,
      @PathVariable UUID id,
      @RequestParam boolean good,
      RedirectAttributes next) {
    return AdminTrainingController.answer(
        next,
        "/admin/training/data?show=to_verify",
        good ? "Verified." : "Kept out.",
        () -> data.verify(id, good, Objects.requireNonNull(user.userId())));
  }

  @GetMapping("/batches")
  String batches(Model model) {
    model.addAttribute("batches", batches.list(SIZE));
    return "training/batches";
  }

  @PostMapping("/batches")
  String make(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "75") double minQuality,
      @RequestParam(defaultValue = "false") boolean verifiedOnly,
      RedirectAttributes next) {
    return AdminTrainingController.answer(
        next,
        "/admin/training/batches",
        "The batch is made.",
        () -> batches.make(name, minQuality, verifiedOnly, user.userId()));
  }

  @GetMapping("/batches/{id:[0-9a-fA-F-]{36}}")
  String batch(@PathVariable UUID id, Model model) {
    model.addAttribute(
        "batch",
        batches.find(id).orElseThrow(() -> ApiProblem.notFound("There is no such batch.")));
    Map<ExportFormat, Batches.File> files = new EnumMap<>(ExportFormat.class);
    for (var format : ExportFormat.values()) {
      files.put(format, batches.check(id, format, "train"));
    }
    model.addAttribute("files", files);
    return "training/batch";
  }

  @GetMapping("/imports")
  String imports(Model model) {
    model.addAttribute("imports", imports.list(SIZE));
    return "training/imports";
  }

  @PostMapping("/imports")
  String take(
      @AuthenticationPrincipal CurrentUser user,
      @RequestParam("file") MultipartFile file,
      @RequestParam(defaultValue = "csv") String format,
      RedirectAttributes next)
      throws IOException {
    byte[] content = file.getBytes();
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return AdminTrainingController.answer(
        next,
        "/admin/training/imports",
        "Read. What was taken waits for a person to verify it.",
        () -> imports.take(name, format, content, user.userId()));
  }
}
