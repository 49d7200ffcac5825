package dev.hitlai.health.web;

import dev.hitlai.web.view.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wish to hear of incidents, as it is entered. */
public record SubscribeForm(
    @Nullable String by,
    @Nullable String email,
    @Nullable String webhookUrl,
    @Nullable String of,
    @Nullable List<String> parts,
    @Nullable String incidents,
    @Nullable String maintenance,
    @Nullable String resolution,
    @Nullable String minSeverity) {

  public static final List<Option> WAYS =
      List.of(
          new Option("email", "By e-mail", "For people"),
          new Option("webhook", "By webhook", "For programs; signed"));
  public static final List<Option> WHAT =
      List.of(Option.of("all", "Every part of the platform"), Option.of("some", "Only these"));
  public static final List<Option> SEVERITIES =
      List.of(
          Option.of("minor", "All of them"),
          Option.of("major", "Major and critical ones"),
          Option.of("critical", "Critical ones only"));

  static SubscribeForm fresh() {
    return new SubscribeForm("email", "", "", "all", List.of(), "true", "true", "true", "minor");
  }

  public boolean isMail() {
    return !"webhook".equals(by);
  }

  public boolean all() {
    return !"some".equals(of);
  }

  public boolean isOn(@Nullable String field) {
    return "true".equals(field);
  }

  public String value(@Nullable String field) {
    return field == null ? "" : field;
  }

  public boolean hasPart(UUID id) {
    return monitorIds().contains(id);
  }

  /** Those that are ids; what isn't one was entered by no form of ours. */
  List<UUID> monitorIds() {
    var ids = new ArrayList<UUID>();
    for (String part : parts == null ? List.<String>of() : parts) {
      try {
        ids.add(UUID.fromString(part));
      } catch (IllegalArgumentException e) {
        continue;
      }
    }
    return ids;
  }

  static String sentence(String field, Object why) {
    String label =
        switch (field) {
          case "email" -> "The e-mail address";
          case "webhookUrl" -> "The webhook's address";
          case "incidents" -> "At least one of incidents";
          case "monitorIds" -> "Each part";
          default -> "The choice";
        };
    return label + " " + why + ".";
  }
}
