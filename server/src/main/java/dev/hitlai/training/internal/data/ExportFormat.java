package dev.hitlai.training.internal.data;

import dev.hitlai.api.ApiProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What tuning services and libraries read, one JSON object a line. */
public enum ExportFormat {
  /** Chat messages, the last of them the assistant's. */
  SFT("sft", "Messages for supervised tuning"),
  /** {@code input}, {@code preferred_output}, {@code non_preferred_output}. */
  OPENAI("openai", "Preferences as OpenAI reads them"),
  /** {@code prompt}, {@code chosen}, {@code rejected}. */
  DPO("dpo", "Preferences with a prompt"),
  /** {@code prompt}, {@code completion}, {@code label}. */
  KTO("kto", "Answers, each good or bad"),
  /** {@code prompt}, {@code completions}, {@code labels}. */
  STEPWISE("stepwise", "Answers step by step"),
  /** {@code chosen}, {@code rejected}, {@code margin}. */
  REWARD("reward", "Pairs for a reward model");

  private static final String ROLE = "You are a careful tester of web sites.";

  private final String code;
  private final String label;

  ExportFormat(String code, String label) {
    this.code = code;
    this.label = label;
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  /**
   * @throws ApiProblem when there is none of this name
   */
  public static ExportFormat of(String code) {
    for (var format : values()) {
      if (format.code.equals(code)) {
        return format;
      }
    }
    throw ApiProblem.invalid("format", "must be sft, openai, dpo, kto, stepwise or reward");
  }

  /**
   * What an example is in this format.
   *
   * @param completion the right answer
   * @param rejected what the AI said instead; null when it was right
   * @param label how right the AI was, 0 to 1
   * @return empty when the format has no place for it
   */
  Optional<Map<String, Object>> line(
      String prompt, String completion, @Nullable String rejected, double label, double reward) {
    var line = new LinkedHashMap<String, Object>();
    switch (this) {
      case SFT -> {
        line.put(
            "messages",
            List.of(
                message("system", ROLE),
                message("user", prompt),
                message("assistant", completion)));
        return Optional.of(line);
      }
      case OPENAI -> {
        if (rejected == null) {
          return Optional.empty();
        }
        line.put("input", Map.of("messages", List.of(message("user", prompt))));
        line.put("preferred_output", List.of(message("assistant", completion)));
        line.put("non_preferred_output", List.of(message("assistant", rejected)));
        return Optional.of(line);
      }
      case DPO -> {
        if (rejected == null) {
          return Optional.empty();
        }
        line.put("prompt", prompt);
        line.put("chosen", completion);
        line.put("rejected", rejected);
        return Optional.of(line);
      }
      case KTO -> {
        line.put("prompt", prompt);
        line.put("completion", rejected == null ? completion : rejected);
        line.put("label", label >= 0.5);
        return Optional.of(line);
      }
      case STEPWISE -> {
        steps(line, prompt, completion, rejected, label);
        return Optional.of(line);
      }
      case REWARD -> {
        if (rejected == null) {
          return Optional.empty();
        }
        line.put("chosen", prompt + "\n\n" + completion);
        line.put("rejected", prompt + "\n\n" + rejected);
        line.put("margin", Math.round((1 - Math.min(1, reward)) * 10_000) / 10_000.0);
        return Optional.of(line);
      }
    }
    throw new IllegalStateException("unreachable");
  }

  /** Each line of what the AI said is a step; right are those that stayed as they were. */
  private static void steps(
      Map<String, Object> line,
      String prompt,
      String completion,
      @Nullable String rejected,
      double label) {
    String said = rejected == null ? completion : rejected;
    var right = List.of(completion.split("\n"));
    var steps = List.of(said.split("\n"));
    var labels = new ArrayList<Boolean>();
    for (String step : steps) {
      labels.add(label >= 0.5 && right.contains(step));
    }
    line.put("prompt", prompt);
    line.put("completions", steps);
    line.put("labels", labels);
  }

  private static Map<String, String> message(String role, String content) {
    var message = new LinkedHashMap<String, String>();
    message.put("role", role);
    message.put("content", content);
    return message;
  }
}
