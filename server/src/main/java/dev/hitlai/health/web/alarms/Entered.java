package dev.hitlai.health.web.alarms;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.web.view.Problems;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands in a form: as somebody entered it, or as it is stored. */
public record Entered(Map<String, List<String>> values) {
  /** As inputs of a date and time write it; in UTC. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withZone(ZoneOffset.UTC);

  public static final Entered NOTHING = new Entered(Map.of());

  /** Collects what is stored. */
  static final class Stored {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    Stored with(String name, @Nullable Object value) {
      values.put(name, value == null ? List.of() : List.of(String.valueOf(value)));
      return this;
    }

    Stored with(String name, List<?> all) {
      values.put(name, all.stream().map(String::valueOf).toList());
      return this;
    }

    Stored with(String name, Instant at) {
      return with(name, TIME.format(at));
    }

    Entered entered() {
      return new Entered(values);
    }
  }

  public Entered {
    values = Map.copyOf(values);
  }

  public String text(String name) {
    var all = values.getOrDefault(name, List.of());
    return all.isEmpty() ? "" : all.getFirst();
  }

  public String text(String name, String otherwise) {
    String text = text(name);
    return text.isEmpty() ? otherwise : text;
  }

  public boolean flag(String name) {
    return has(name, "true");
  }

  public boolean has(String name, String value) {
    return values.getOrDefault(name, List.of()).contains(value);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream().filter(one -> !one.isBlank()).toList();
  }

  List<UUID> ids(String name) {
    try {
      return all(name).stream().map(UUID::fromString).toList();
    } catch (IllegalArgumentException none) {
      throw ApiProblem.invalid(name, "must be chosen from the list");
    }
  }

  int whole(String name) {
    try {
      return Integer.parseInt(text(name).strip());
    } catch (NumberFormatException none) {
      throw ApiProblem.invalid(name, "must be a whole number");
    }
  }

  BigDecimal number(String name) {
    String text = text(name).strip();
    if (text.length() > 20) {
      throw ApiProblem.invalid(name, "must be a number");
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException none) {
      throw ApiProblem.invalid(name, "must be a number");
    }
  }

  /** Null when it is empty. */
  @Nullable Instant time(String name) {
    String text = text(name).strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException none) {
      throw ApiProblem.invalid(name, "must be a date and time");
    }
  }

  /** A refusal as a form shows it. */
  static Problems problems(ApiProblem refused) {
    var fields = new LinkedHashMap<String, String>();
    refused.details().forEach((field, why) -> fields.put(field, name(field) + " " + why + "."));
    return fields.isEmpty()
        ? new Problems(Map.of("form", refused.sentence()))
        : new Problems(fields);
  }

  /** {@code durationMinutes} as "Duration minutes". */
  private static String name(String field) {
    String words = field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
