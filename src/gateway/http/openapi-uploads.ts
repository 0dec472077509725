import type { ProblemCode } from '../../contract/problem.ts';
import type { RouteName } from '../../contract/routes.ts';
import type { uploadRoutes } from '../../contract/upload-routes.ts';

/** How files come, in words. */
export const uploadWords: Record<keyof typeof uploadRoutes, { tag: 'Requests'; summary: string; problems: ProblemCode[] }> = {
  startUpload: { tag: 'Requests', summary: 'Begins to send one file ahead of its request, by tus 1.0.0; `Location` is its address. Whoever knows the address may go on, ask how much has come and take the file back, until a request is filed with it; nobody can read the file there. What is not taken up by a request within a day is erased.', problems: ['upload.protocol', 'offering.notFound', 'offering.notOnline', 'upload.tooLarge', 'upload.empty', 'input.invalid', 'rate.limited', 'request.notFound', 'transition.notAllowed'] },
  uploadOffset: { tag: 'Requests', summary: 'How much of the file has come; by HEAD in the headers alone, as tus asks.', problems: ['notFound'] },
  continueUpload: { tag: 'Requests', summary: 'Sends the next bytes of the file, from the offset on that the gateway tells. What came before a line was cut is kept.', problems: ['upload.protocol', 'notFound', 'upload.otherOffset', 'upload.tooLarge', 'input.mediaType', 'rate.limited'] },
  finishUpload: { tag: 'Requests', summary: 'When all bytes have come: looks into the file and gives what the answers of the request name it by. Asked again it gives the same. A file that is refused is erased. The id is a secret of the sender until the request is filed.', problems: ['notFound', 'upload.otherOffset', 'upload.typeNotAllowed', 'upload.infected', 'transition.notAllowed', 'server.unavailable', 'rate.limited'] },
  removeUpload: { tag: 'Requests', summary: 'Takes a file back that no request was filed with.', problems: ['upload.protocol', 'notFound'] },
};

/** Headers of tus by route. */
const version: [string, string] = ['Tus-Resumable', 'Always `1.0.0`.'];
export const tusHeaders: Partial<Record<RouteName, [name: string, description: string, required?: boolean][]>> = {
  startUpload: [
    version,
    ['Upload-Length', 'Bytes of the whole file.'],
    ['Upload-Metadata', '`offering`, `field` of its form (`group.field` inside a group) and `name` of the file, each with its value in base64 of UTF-8, with commas between. For the reply to a question of the desk `request`, its tracking code, in the place of `offering`; the proof of the request goes with it as bearer token.'],
  ],
  continueUpload: [version, ['Upload-Offset', 'Where these bytes begin.']],
  removeUpload: [version],
};
