package dev.hitlai.testers.web;

import dev.hitlai.identity.Access;
import dev.hitlai.testers.AiTesters;
import dev.hitlai.testers.Experts;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import dev.hitlai.web.view.Tab;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The roster, and who of it is an expert. */
@Controller
@RequestMapping("/admin/testers")
@Access(admin = true)
class AdminTestersController {
  private static final int SIZE = 25;

  private static final Map<String, String> KINDS = kinds();

  private static Map<String, String> kinds() {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put("human", "People");
    kinds.put("ai_hitl_trained", "AIs of HitlAI");
    kinds.put("ai_third_party", "AIs of third parties");
    return kinds;
  }

  private final Experts experts;
  private final AiTesters ais;

  AdminTestersController(Experts experts, AiTesters ais) {
    this.experts = experts;
    this.ais = ais;
  }

  @GetMapping
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "human") String kind,
      @RequestParam(name = "page", defaultValue = "1") String number) {
    model.addAttribute("tabs", tabs(kind));
    if (KINDS.containsKey(kind) && !kind.equals("human")) {
      model.addAttribute("rows", ais.standing(kind));
      model.addAttribute("kind", kind);
      return "testers/admin-ais";
    }
    long total = experts.count();
    int wanted = number.matches("[1-9]\\d{0,5}") ? Integer.parseInt(number) : 1;
    var pager = new Pager(page.address(), wanted, SIZE, total);
    model.addAttribute("rows", experts.list(SIZE, (long) (pager.number() - 1) * SIZE));
    model.addAttribute("pager", pager);
    return "testers/admin-testers";
  }

  private List<Tab> tabs(String shown) {
    return KINDS.entrySet().stream()
        .map(
            kind ->
                new Tab(
                    kind.getValue(),
                    "/admin/testers"
                        + (kind.getKey().equals("human") ? "" : "?kind=" + kind.getKey()),
                    kind.getKey().equals(KINDS.containsKey(shown) ? shown : "human"),
                    kind.getKey().equals("human")
                        ? experts.count()
                        : (long) ais.standing(kind.getKey()).size()))
        .toList();
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}/active")
  String active(
      @PathVariable UUID id,
      @RequestParam boolean active,
      @RequestParam(defaultValue = "ai_hitl_trained") String kind,
      RedirectAttributes redirect) {
    ais.setActive(id, active);
    redirect.addFlashAttribute(
        Flash.KEY, Flash.success(active ? "On the roster again." : "Nobody picks it any more."));
    return "redirect:/admin/testers?kind=" + (KINDS.containsKey(kind) ? kind : "ai_hitl_trained");
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}/expert")
  String expert(@PathVariable UUID id, @RequestParam boolean expert, RedirectAttributes redirect) {
    experts.set(id, expert);
    redirect.addFlashAttribute(
        Flash.KEY, Flash.success(expert ? "An expert from now on." : "No expert any more."));
    return "redirect:/admin/testers";
  }
}
