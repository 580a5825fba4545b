/** Rosters as files: reads and writes CSV, spreadsheets and JSON. */
package org.lanyard.roster.format;
