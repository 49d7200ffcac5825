/** Administrators' pages about security, requests, speed, limits and the platform's parts. */
@NullMarked
package dev.hitlai.monitoring.web;

import org.jspecify.annotations.NullMarked;
