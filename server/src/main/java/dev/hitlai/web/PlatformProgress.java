package dev.hitlai.web;

import dev.hitlai.web.view.PhaseBanner;

/** How far the platform has come, for the banner on the home page. */
public interface PlatformProgress {
  PhaseBanner banner();
}
