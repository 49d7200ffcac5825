package dev.hitlai.aitester.run;

import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.Finding;
import dev.hitlai.aitester.run.Shots.Shot;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Gives each finding with a place a picture of its own, in which the place is framed. A screenshot
 * is unpacked once for all findings in it, several of them side by side: nobody else works at the
 * end of a run.
 */
final class AnnotatedFindings {
  private static final int UNPACKED_AT_ONCE =
      Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

  private final Map<String, Shot> shots;
  private final EvidenceStore store;

  AnnotatedFindings(Map<String, Shot> shots, EvidenceStore store) {
    this.shots = shots;
    this.store = store;
  }

  List<Finding> of(List<Finding> findings) {
    var framed = new HashMap<String, Finding>();
    try (var threads = Executors.newFixedThreadPool(UNPACKED_AT_ONCE)) {
      var parts = new ArrayList<CompletableFuture<List<Finding>>>();
      byPicture(findings)
          .forEach(
              (reference, within) ->
                  parts.add(
                      CompletableFuture.supplyAsync(() -> annotated(reference, within), threads)));
      parts.forEach(part -> part.join().forEach(one -> framed.put(one.fingerprint(), one)));
    }
    return findings.stream().map(one -> framed.getOrDefault(one.fingerprint(), one)).toList();
  }

  private Map<String, List<Finding>> byPicture(List<Finding> findings) {
    return findings.stream()
        .filter(this::hasPlace)
        .collect(Collectors.groupingBy(one -> String.valueOf(one.evidence().screenshot())));
  }

  private boolean hasPlace(Finding finding) {
    var box = finding.evidence().box();
    var reference = finding.evidence().screenshot();
    return reference != null && shots.containsKey(reference) && box != null && !box.isEmpty();
  }

  private List<Finding> annotated(String reference, List<Finding> findings) {
    var shot = shots.get(reference);
    if (shot == null) {
      return findings;
    }
    var picture = Annotation.decoded(shot);
    return findings.stream().map(finding -> annotated(finding, picture, shot)).toList();
  }

  private Finding annotated(Finding finding, BufferedImage picture, Shot shot) {
    var evidence = finding.evidence();
    var box = evidence.box();
    if (box == null) {
      return finding;
    }
    return Annotation.of(picture, shot.frame(), box)
        .map(
            jpeg -> store.save("finding-" + finding.fingerprint() + ".jpg", Shots.MEDIA_TYPE, jpeg))
        .map(saved -> Proof.with(finding, evidence.withScreenshot(saved)))
        .orElse(finding);
  }
}
