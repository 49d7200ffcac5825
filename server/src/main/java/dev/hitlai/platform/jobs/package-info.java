/** Work in the background: scheduled jobs and listeners to facts, each under a name. */
@NullMarked
package dev.hitlai.platform.jobs;

import org.jspecify.annotations.NullMarked;
