package dev.hitlai.billing.web;

import dev.hitlai.billing.Statement;
import dev.hitlai.web.view.Page;
import dev.hitlai.web.view.Pager;
import org.springframework.ui.Model;

/** The statement at the end of a page about somebody's money, and what leafs through it. */
final class StatementPart {
  private static final int ROWS = 25;
  private static final int LAST_PAGE = 10_000;

  private StatementPart() {}

  /** Where the lines come from. */
  @FunctionalInterface
  interface Lines {
    Statement of(int limit, int offset);
  }

  /**
   * @param number as the address says it, whatever that is
   */
  static void show(Model model, Page page, int number, Lines lines) {
    int shown = Math.clamp(number, 1, LAST_PAGE);
    var statement = lines.of(ROWS, (shown - 1) * ROWS);
    model.addAttribute("statement", statement);
    model.addAttribute("pager", new Pager(page.address(), shown, ROWS, statement.total()));
  }
}
