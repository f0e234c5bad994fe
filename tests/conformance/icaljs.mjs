/* ical.js, which Thunderbird and Nextcloud read calendars with, as a referee: each line of the input is a feed in Base64, each line of
   the output what it makes of the events. One process for all feeds. */

import { createInterface } from "node:readline";
import ICAL from "ical.js";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/* A day as it is, a time as its instant by the feed's own VTIMEZONE. */
const moment = (time) => time && (time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString());

function read(event) {
  const value = (name) => event.getFirstPropertyValue(name);
  return {
    uid: value("uid"),
    sequence: value("sequence"),
    status: value("status"),
    start: moment(value("dtstart")),
    end: moment(value("dtend")),
    summary: value("summary"),
    location: value("location"),
    description: value("description"),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const feed = new ICAL.Component(ICAL.parse(utf8.decode(Buffer.from(line, "base64"))));
  console.log(JSON.stringify(feed.getAllSubcomponents("vevent").map(read)));
}
