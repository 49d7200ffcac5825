package dev.hitlai.unlock.web;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.web.view.Flash;
import dev.hitlai.web.view.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does what a form asks and goes back with a sentence; a refused form keeps what was entered. */
final class Answering {
  /** Under which a page finds what was entered before. */
  static final String ENTERED = "entered";

  /** Under which a page finds what was wrong. */
  static final String PROBLEMS = "problems";

  private Answering() {}

  static String done(
      RedirectAttributes redirect,
      String back,
      String sentence,
      Map<String, String> entered,
      Runnable work) {
    try {
      work.run();
      redirect.addFlashAttribute(Flash.KEY, Flash.success(sentence));
    } catch (ApiProblem refused) {
      var fields = new LinkedHashMap<String, String>();
      refused
          .details()
          .forEach((field, why) -> fields.put(field, capital(field) + " " + why + "."));
      if (fields.isEmpty()) {
        fields.put("form", refused.sentence());
      }
      redirect.addFlashAttribute(PROBLEMS, new Problems(fields));
      redirect.addFlashAttribute(ENTERED, entered);
    }
    return "redirect:" + back;
  }

  private static String capital(String field) {
    return Character.toUpperCase(field.charAt(0)) + field.substring(1);
  }
}
