/** The HTTP API of test requests, runs, findings and personas. */
@NullMarked
package dev.hitlai.testing.web.api;

import org.jspecify.annotations.NullMarked;
