/** Pages that give orders to the assistant which reads them. */
package dev.hitlai.demosite.hijack;
