package dev.hitlai.testing.internal.requests;

import dev.hitlai.testers.Selection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a company's preferences make of a request.
 *
 * @param request as it will be carried out
 * @param selection which AI does its part, and why; null for tests by people
 * @param notices what was changed, a sentence each
 */
public record Ruling(NewTestRequest request, @Nullable Selection selection, List<String> notices) {
  public Ruling {
    notices = List.copyOf(notices);
  }

  public Optional<Selection.Considered> chosen() {
    return selection == null ? Optional.empty() : selection.chosen();
  }
}
