package dev.hitlai.testing.internal.requests;

import dev.hitlai.aitester.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The device asked for.
 *
 * @param mobile a phone or tablet is emulated
 * @param preset name of a preset, which wins over the size
 * @param width viewport in CSS pixels, null for the usual one
 */
public record DeviceChoice(
    boolean mobile, @Nullable String preset, @Nullable Integer width, @Nullable Integer height) {
  public static final DeviceChoice USUAL = new DeviceChoice(false, null, null, null);

  /** The word in the database. */
  public String platform() {
    return mobile ? "mobile" : "web";
  }

  /**
   * The device without a preset; null lets each persona use its usual one.
   *
   * @throws IllegalArgumentException when it isn't a viewport
   */
  @Nullable Platform device() {
    if (width == null || height == null) {
      return mobile ? Platform.PHONE : null;
    }
    var like = mobile ? Platform.PHONE : Platform.DESKTOP;
    return new Platform(
        like.name() + "_custom", width, height, like.scale(), like.touch(), like.userAgent());
  }
}
