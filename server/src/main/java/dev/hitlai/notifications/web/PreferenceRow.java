package dev.hitlai.notifications.web;

/** A kind of notice with what was chosen. */
public record PreferenceRow(String code, String label, String hint, boolean inApp, String mail) {}
