package dev.hitlai.testing.internal.people;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import dev.hitlai.testing.internal.artifacts.Artifacts;
import dev.hitlai.testing.internal.people.TesterReport.OwnFinding;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Pictures that testers add to their findings. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Screenshots {
  public static final int MOST_BYTES = 5 * 1024 * 1024;

  /** Of a run; more than its testers' findings take. */
  private static final int MOST = 300;

  private final Artifacts artifacts;

  Screenshots(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  /**
   * Keeps a picture.
   *
   * @throws ApiProblem when it is too large or no picture; what the sender says of it counts for
   *     nothing, its first bytes do
   */
  UUID keep(Assignment work, byte[] content) {
    if (content.length > MOST_BYTES) {
      throw new ApiProblem(ErrorCode.PAYLOAD_TOO_LARGE, "A picture may have at most 5 MB.");
    }
    String type =
        typeOf(content)
            .orElseThrow(
                () ->
                    new ApiProblem(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "A screenshot is a PNG, JPEG, WebP or GIF picture."));
    if (artifacts.uploads(work.runId()) >= MOST) {
      throw ApiProblem.conflict("A test takes at most " + MOST + " pictures.");
    }
    return artifacts.saveUpload(work.companyId(), work.runId(), type, content);
  }

  /** Refuses pictures of other runs, and what nobody uploaded. */
  void requireOwn(Assignment work, List<OwnFinding> findings) {
    for (OwnFinding finding : findings) {
      if (finding.screenshot() != null
          && artifacts.uploadOf(work.runId(), finding.screenshot()).isEmpty()) {
        throw ApiProblem.invalid("screenshot", "is no picture of this test");
      }
    }
  }

  static Optional<String> typeOf(byte[] content) {
    if (begins(content, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return Optional.of("image/png");
    }
    if (begins(content, 0, 0xFF, 0xD8, 0xFF)) {
      return Optional.of("image/jpeg");
    }
    if (begins(content, 0, 'G', 'I', 'F', '8')) {
      return Optional.of("image/gif");
    }
    return begins(content, 0, 'R', 'I', 'F', 'F') && begins(content, 8, 'W', 'E', 'B', 'P')
        ? Optional.of("image/webp")
        : Optional.empty();
  }

  private static boolean begins(byte[] content, int at, int... expected) {
    if (content.length < at + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((content[at + i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
