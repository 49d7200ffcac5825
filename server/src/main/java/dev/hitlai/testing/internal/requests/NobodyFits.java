package dev.hitlai.testing.internal.requests;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.testers.Selection;
import java.util.Map;
import java.util.Objects;

/** The company's preferences leave no AI tester for what it asks for. */
public final class NobodyFits extends ApiProblem {
  private static final long serialVersionUID = 1L;

  NobodyFits(Selection selection) {
    super(
        ErrorCode.CONFLICT,
        Objects.requireNonNull(selection.refusal()),
        Map.of("kinds", selection.kinds(), "considered", selection.considered()));
  }
}
