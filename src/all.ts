/** Everything in one file, `desk.all.js`: for a CMS that allows a single upload and nothing beside it. */
import './core/script-tag.ts';
import './elements/desk-config/desk-config.define.ts';
import './elements/service-finder/service-finder.define.ts';
import './elements/service-sheet/service-sheet.define.ts';
import './elements/service-guide/service-guide.define.ts';
import './elements/request-form/request-form.define.ts';
import './elements/complaint-form/complaint-form.define.ts';
import './elements/track-status/track-status.define.ts';
import './elements/rate-service/rate-service.define.ts';
