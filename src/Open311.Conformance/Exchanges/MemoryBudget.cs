using System.Runtime.InteropServices;

namespace Open311.Conformance.Exchanges;

/// <summary>Divides the memory there is for answers among those kept and those under way.</summary>
/// <param name="total">Bytes for all of them.</param>
/// <param name="places">How many may be under way at a time: each leaves room for the others.</param>
internal sealed class MemoryBudget(long total, int places)
{
    // While it is under way an answer is held in segments and once more in one piece.
    const int Copies = 2;

    readonly Lock gate = new();
    long left = total;

    /// <summary>Reserves room for one answer.</summary>
    /// <param name="least">Given even when nothing is left.</param>
    /// <param name="most">Given when there is plenty.</param>
    /// <returns>How large its body may be.</returns>
    public int Reserve(int least, int most)
    {
        lock (gate)
        {
            var allowed = (int)Math.Clamp(left / Copies / places, least, most);
            left -= (long)allowed * Copies;
            return allowed;
        }
    }

    /// <summary>Gives back a reservation, less what is kept.</summary>
    public void Settle(int allowed, long kept)
    {
        lock (gate)
            left += ((long)allowed * Copies) - kept;
    }

    /// <summary>What an answer takes, its body not counted again where it is a part of its raw bytes.</summary>
    public static long Size(Answer? answer) =>
        answer is null ? 0 : answer.Raw.Length + (IsShared(answer) ? 0 : answer.Body.Length);

    /// <summary>Whether the body is a part of the raw bytes in memory, too.</summary>
    public static bool IsShared(Answer answer) =>
        MemoryMarshal.TryGetArray(answer.Raw, out var raw) && MemoryMarshal.TryGetArray(answer.Body, out var body) && ReferenceEquals(raw.Array, body.Array);
}
