using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Open311.Recordings.Scrubbing.Pseudonyms;

/// <summary>Draws that depend on seed, purpose, value and attempt alone.</summary>
sealed class Dice
{
    readonly byte[] _seed = new byte[8];
    readonly byte[] _topic;
    byte[] _block = [];
    int _used;
    int _blocks;

    public Dice(long seed, string purpose, string value, int attempt)
    {
        BinaryPrimitives.WriteInt64BigEndian(_seed, seed);
        _topic = Encoding.UTF8.GetBytes($"{purpose}\0{attempt}\0{value}");
    }

    /// <summary>A number from 0 below the bound, which is at most 65,536.</summary>
    public int Below(int bound)
    {
        if (_used + 4 > _block.Length)
        {
            _block = HMACSHA256.HashData(_seed, (byte[])[(byte)_blocks++, .. _topic]);
            _used = 0;
        }

        var drawn = BinaryPrimitives.ReadUInt32BigEndian(_block.AsSpan(_used));
        _used += 4;
        return (int)(drawn % (uint)bound);
    }

    public char From(string characters) => characters[Below(characters.Length)];

    public string Letters(int count) => string.Create(count, this, static (text, dice) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = dice.From("abcdefghjkmnpqrstuvwxyz23456789");
    });
}
