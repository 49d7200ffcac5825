package dev.hitlai.models.internal.call;

import dev.hitlai.guard.Guard;
import dev.hitlai.guard.Threat;
import dev.hitlai.models.ModelRequest;
import dev.hitlai.models.ModelRequest.Part;
import dev.hitlai.models.ModelTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What leaves and what comes back pass here. */
final class Guarding {
  /** From here on a leak counts as one. */
  private static final double SURE = 0.5;

  private static final Set<Threat.Kind> LEAKS =
      Set.of(Threat.Kind.EXFILTRATION, Threat.Kind.SECRET);

  private final Guard guard = Guard.standard();
  private final ModelRequest request;
  private final boolean raw;
  private final List<Threat> threats = new ArrayList<>();
  private final Map<String, Integer> replaced = new HashMap<>();

  /** Attacks of our own have to arrive as they are, and what they get is looked at elsewhere. */
  Guarding(ModelRequest request) {
    this.request = request;
    raw = request.task() == ModelTask.RED_TEAM;
  }

  Prompt prompt() {
    var texts = new ArrayList<String>();
    var pictures = new ArrayList<Prompt.Picture>();
    for (var part : request.parts()) {
      switch (part) {
        case Part.Text text -> texts.add(redacted(text.text()));
        case Part.Untrusted untrusted -> texts.add(fenced(untrusted));
        case Part.Image image ->
            pictures.add(new Prompt.Picture(image.mediaType(), image.content()));
      }
    }
    return new Prompt(
        redacted(request.system()),
        texts,
        pictures,
        request.maxOutputTokens(),
        request.schema(),
        request.seed(),
        request.temperature());
  }

  private String fenced(Part.Untrusted part) {
    threats.addAll(guard.inspect(part.text()));
    return Guard.fence(part.label(), redacted(part.text()));
  }

  private String redacted(String text) {
    if (raw) {
      return text;
    }
    var clean = Guard.redact(text);
    clean.replaced().forEach((kind, times) -> replaced.merge(kind, times, Integer::sum));
    return clean.text();
  }

  /** What was seen in the input. */
  List<Threat> threats() {
    return List.copyOf(threats);
  }

  Map<String, Integer> replaced() {
    return Map.copyOf(replaced);
  }

  /** What an answer gives away; empty when it may be used. */
  List<Threat> leaks(String answer) {
    return raw
        ? List.of()
        : guard.inspectOutput(answer, request.canaries(), request.allowedHosts()).stream()
            .filter(threat -> LEAKS.contains(threat.kind()) && threat.score() >= SURE)
            .toList();
  }
}
