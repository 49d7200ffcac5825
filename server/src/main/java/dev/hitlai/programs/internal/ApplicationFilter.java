package dev.hitlai.programs.internal;

import static dev.hitlai.programs.internal.jooq.Tables.APPLICATIONS;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.programs.Program;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which applications are looked at.
 *
 * @param status its code, or empty for all
 * @param type the program's code, or empty for all
 * @param text in the name, company or address, or empty
 */
public record ApplicationFilter(String status, String type, String text) {

  public static List<String> types() {
    return Arrays.stream(Program.values()).map(Program::code).toList();
  }

  /** For pages: what isn't known is left out. */
  public static ApplicationFilter lenient(String status, String type, String text) {
    return new ApplicationFilter(
        ApplicationStatus.codes().contains(status) ? status : "",
        types().contains(type) ? type : "",
        text.strip());
  }

  /**
   * For programs.
   *
   * @throws ApiProblem for words that aren't known
   */
  public static ApplicationFilter strict(@Nullable String status, @Nullable String type) {
    if (status != null && !ApplicationStatus.codes().contains(status)) {
      throw ApiProblem.invalid(
          "status", "must be one of " + String.join(", ", ApplicationStatus.codes()));
    }
    if (type != null && !types().contains(type)) {
      throw ApiProblem.invalid("type", "must be one of " + String.join(", ", types()));
    }
    return new ApplicationFilter(status == null ? "" : status, type == null ? "" : type, "");
  }

  public boolean any() {
    return !status.isEmpty() || !type.isEmpty() || !text.isEmpty();
  }

  Condition condition() {
    Condition condition = DSL.noCondition();
    if (!status.isEmpty()) {
      condition = condition.and(APPLICATIONS.STATUS.eq(status));
    }
    if (!type.isEmpty()) {
      condition = condition.and(APPLICATIONS.PROGRAM.eq(type));
    }
    if (!text.isEmpty()) {
      condition =
          condition.and(
              APPLICATIONS
                  .NAME
                  .containsIgnoreCase(text)
                  .or(APPLICATIONS.ORGANISATION.containsIgnoreCase(text))
                  .or(APPLICATIONS.EMAIL.cast(String.class).containsIgnoreCase(text)));
    }
    return condition;
  }
}
