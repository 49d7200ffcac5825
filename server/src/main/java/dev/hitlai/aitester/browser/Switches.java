package dev.hitlai.aitester.browser;

import java.util.ArrayList;
import java.util.List;

/** What Chromium is started with, beside what its driver wants. */
final class Switches {
  /** The last list of features counts, so the driver's own has to be repeated. */
  private static final List<String> OFF_FOR_THE_DRIVER =
      List.of(
          "AvoidUnnecessaryBeforeUnloadCheckSync",
          "BoundaryEventDispatchTracksNodeRemoval",
          "DestroyProfileOnBrowserClose",
          "DialMediaRouteProvider",
          "GlobalMediaControls",
          "HttpsUpgrades",
          "LensOverlay",
          "MediaRouter",
          "PaintHolding",
          "ThirdPartyStoragePartitioning",
          "BlockOriginHeaderModificationOnRedirect",
          "Translate",
          "AutoDeElevate",
          "OptimizationHints",
          "msForceBrowserSignIn",
          "msEdgeUpdateLaunchServicesPreferredVersion");

  /**
   * The address bar's list of suggestions is two web pages of its own in each window, which nobody
   * sees here: they cost more than the window itself.
   */
  private static final List<String> NOT_NEEDED =
      List.of("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup");

  private Switches() {}

  /**
   * @param sandboxed false where the system doesn't let Chromium have its sandbox
   */
  static List<String> of(boolean sandboxed) {
    var switches =
        new ArrayList<>(
            List.of(
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--mute-audio",
                "--disable-features="
                    + String.join(",", OFF_FOR_THE_DRIVER)
                    + ","
                    + String.join(",", NOT_NEEDED)));
    if (!sandboxed) {
      switches.add("--no-sandbox");
    }
    return switches;
  }
}
