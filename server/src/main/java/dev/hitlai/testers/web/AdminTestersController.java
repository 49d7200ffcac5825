package dev.hitlai.testers.web;

import dev.hitlai.identity.Access;
import dev.hitlai.testers.Experts;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
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

  private final Experts experts;

  AdminTestersController(Experts experts) {
    this.experts = experts;
  }

  @GetMapping
  String list(
      Page page, Model model, @RequestParam(name = "page", defaultValue = "1") String number) {
    long total = experts.count();
    int wanted = number.matches("[1-9]\\d{0,5}") ? Integer.parseInt(number) : 1;
    var pager = new Pager(page.address(), wanted, SIZE, total);
    model.addAttribute("rows", experts.list(SIZE, (long) (pager.number() - 1) * SIZE));
    model.addAttribute("pager", pager);
    return "testers/admin-testers";
  }

  @PostMapping("/{id:[0-9a-fA-F-]{36}}/expert")
  String expert(@PathVariable UUID id, @RequestParam boolean expert, RedirectAttributes redirect) {
    experts.set(id, expert);
    redirect.addFlashAttribute(
        Flash.KEY, Flash.success(expert ? "An expert from now on." : "No expert any more."));
    return "redirect:/admin/testers";
  }
}
