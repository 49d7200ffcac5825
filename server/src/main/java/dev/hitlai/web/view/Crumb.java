package dev.hitlai.web.view;

/** A step of the breadcrumbs above a page; the page itself is the last and is not a link. */
public record Crumb(String label, String href) {}
