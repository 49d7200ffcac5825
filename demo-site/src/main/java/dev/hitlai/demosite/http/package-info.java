/** What both demo sites need from HTTP: a loopback server, requests, responses and templates. */
@NullMarked
package dev.hitlai.demosite.http;

import org.jspecify.annotations.NullMarked;
