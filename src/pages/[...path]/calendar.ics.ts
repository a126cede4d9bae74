import type { APIRoute } from 'astro';
import { calendarFile, type CalendarFile } from '../../outputs/calendar-file.ts';
import { calendarFiles } from '../../queries/calendars/documents.ts';

export const getStaticPaths = calendarFiles;

export const GET: APIRoute<{ calendar: CalendarFile }> = ({ props }) =>
  new Response(calendarFile(props.calendar), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
