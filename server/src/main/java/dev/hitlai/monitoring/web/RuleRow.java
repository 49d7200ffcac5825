package dev.hitlai.monitoring.web;

/** A rule, and from when on it raises an incident, in words. */
public record RuleRow(String code, String title, String when) {}
