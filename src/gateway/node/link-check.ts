const patienceMs = 10_000;

/** Whether something answers at an address: false when its host does not exist or says that nothing is there. */
export async function answersAt(url: string): Promise<boolean | undefined> {
  try {
    const answer = await fetch(url, { method: 'HEAD', redirect: 'follow', signal: AbortSignal.timeout(patienceMs) });
    await answer.body?.cancel();
    return ![404, 410].includes(answer.status);
  } catch (error) {
    const { code } = (error as { cause?: { code?: string } }).cause ?? {};
    // A host that is slow or away for a moment is not dead.
    return code === 'ENOTFOUND' || code === 'ECONNREFUSED' ? false : undefined;
  }
}
