package dev.hitlai.recording.internal.keys;

import java.util.UUID;

/**
 * What a company wants recorded of its visitors.
 *
 * @param sampleRate share of sessions recorded at all, 0–1
 * @param replayRate share of sessions that can be replayed, 0 to the sample rate
 * @param mask {@code inputs} or {@code all}: whether texts of the page are left out, too
 * @param consentRequired record only after the page told that the visitor agreed
 * @param honourDoNotTrack stay out of browsers that ask not to be tracked
 * @param watchedElements CSS selector of further elements whose visibility is watched
 * @param retentionDays after which a session is forgotten
 */
public record RecordingRules(
    boolean enabled,
    double sampleRate,
    double replayRate,
    String mask,
    boolean consentRequired,
    boolean honourDoNotTrack,
    String watchedElements,
    int retentionDays) {

  /** What holds until a company says otherwise. */
  public static final RecordingRules USUAL =
      new RecordingRules(true, 1, 1, "inputs", true, true, "[data-hitlai-track]", 30);

  private static final double ALL = 4294967296.0;

  /** Whether a session is among those that can be replayed, as the recorder decides it, too. */
  public boolean replays(UUID session) {
    return draw(session) < replayRate;
  }

  /** FNV-1a of the id as a share of all its values. */
  static double draw(UUID session) {
    int hash = 0x811c9dc5;
    for (byte b : session.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII)) {
      hash = (hash ^ (b & 0xff)) * 0x01000193;
    }
    return Integer.toUnsignedLong(hash) / ALL;
  }
}
